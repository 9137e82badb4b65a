using Reception.Contracts;

namespace Reception.Hub.Tests.Wire;

/// <summary>One of everything that is on the wire, every field filled; what is null stands in <see cref="Bare"/>.</summary>
internal static class WireSamples
{
    private const long At = 1795845600000;
    private static readonly Text Name = new("名称", "Name");

    public static IReadOnlyDictionary<string, object> Messages { get; } = new Dictionary<string, object>
    {
        ["changes"] = new Changes(
            41, 42, "m_-42", At, 1, Reset: true,
            new VenueView(
                "venue-1", 42, Name, "2026-11-28", "Asia/Shanghai", "rain", "09:00", "18:00", "journey-9", [new("seated", Name, 3)],
                [new("journey-1", new("王先生", "Mr Wang"), At, 75)], ["staff-1"], Map("venue", "hash-1"), 30),
            [new GuestView("guest-1", 40, new("王先生", "Mr Wang"), Map("plate", "浙A·**345"), "W", ["address", "plate"], "journey-1", Erased: false)],
            [
                new JourneyView(
                    "journey-1", 42, "guest-1", "playbook-1", "hash-2", "stage-1", "column-1", At, 300, At, At, At, "trigger-9", Map("size", "3"), "staff-1",
                    [new("trigger-2", "missing-field", Map("field", "companion"))], new("trigger-1", "staff-1", At + 30000),
                    [new("trigger-1", "stage-0", "stage-1", At, "staff-1", "position-1", "reason-1")], Drill: false),
            ],
            [
                new AlertView(
                    "alert-1", 42, "action", "template-1", new("王先生到了 · 浙A·**345", "Mr Wang has arrived · 浙A·**345"), new("王先生到了。", "Mr Wang has arrived."),
                    "staff-1", "position-1", "journey-1", "place-1", At, new(["position-2"], ["staff-2"]), "each", WantsDone: true, "delayed", Exhausted: false,
                    Loud: false, 30, [new(["position-2"], ["staff-2"], At, "passed", "declined", At)], 1, At + 120000,
                    [new("staff-2", "position-2", "delay", At, 2, At + 120000)], At, "staff-2", new("请稍候两分钟。", "Two minutes, please."), At + 30000, Drill: false,
                    At - 60000, new(["position-3"], ["staff-3"]), new Dictionary<string, Text> { ["position-2"] = Name }, At + 60000),
            ],
            [new ReceiptView("alert-1", 42, [new("staff-2", At, At, "voice")])],
            [new ItemView("item-1", 41, "template-2", Name, "journey-1", ["position-1"], "open", At, Late: true, "staff-1", At, 7)],
            [new PositionView("position-1", 12, Name, "arrival", "sun", "8001", ["staff-1"], "sound", Unmanned: false, At, 0, 2)],
            [new StaffView("staff-1", 12, Name, ["position-1"], ["position-1"], "away", At, "staff-2", "sound", At, ["journey-1"])],
            [new PlaceView("place-1", 12, "room", Name, "used", "journey-1", At, 0, ["journey-2"])],
            [new SessionView("session-1", 12, "staff-1", "device-1", At, Open: true)],
            [new Gone("item", "item-0")],
            [new("store-slow", Name)]),
        ["head"] = new Changes(42, 42, "m_-42", At, 600),
        ["join"] = new Join(42, "m_-42", 10, "sound"),
        ["joined"] = new Joined("venue-1", "staff-1", "device-1", "floor", 42, At, 1),
        ["command"] = new Command("V1StGXR8_Z5jdHi6B-myT0", "pull", At, new Dictionary<string, string> { ["journey"] = "journey-1", ["trigger"] = "trigger-1" }, Map("size", "3")),
        ["answer"] = new Answer("V1StGXR8_Z5jdHi6B-myT0", Ok: true, 42, At, Created: Map("journey", "journey-1")),
        ["answer-refused"] = new Answer("V1StGXR8_Z5jdHi6B-myT0", Ok: false, 43, At, "not-now", Map("who", "staff-1"), new("现在不能做这一步", "Not possible now")),
        ["report"] = new Report(42, ["alert-1"], ["alert-2"], "voice"),
        ["leave"] = new Leave("moving", 1200),
        ["enrol"] = new Enrol("ABCD-2345", "手机"),
        ["session"] = new Session("token", "session-1", "venue-1", "staff-1", "device-1", "desk"),
        ["make-code"] = new MakeCode("staff-1"),
        ["enrol-code"] = new EnrolCode("ABCD-2345", At),
        ["demo-session"] = new DemoSession("staff-1"),
        ["demo-silence"] = new DemoSilence("position-1", Silent: true),
        ["problem"] = new Problem("urn:reception:too-many", "Too many commands; wait a moment and try again", 429, "too-many", Name),
        ["log-page"] = new LogPage(
            [new(42, "V1StGXR8_Z5jdHi6B-myT0", "staff-1", "device-1", At, "2026-11-28", "refused", "not-now", ["AlertRaised"], Name, "alert-1/2", At, At, "m_-42")], 43),
        ["next"] = new Next("journey-1", 42, ["trigger-1", "trigger-2"], [new("trigger-2", "not-held", Map("field", "room"))]),
        ["words"] = new WordsDocument(
            "hash-2", "playbook", "playbook-1", Name, [new("stage-1", Name, "column-1", "seated", 300)],
            [new("trigger-1", Name, Name, Opens: false, ["stage-0"], "stage-1", ["position-1"], ["size"], ["size"], ["position-2"], "move-on", Hold: false, Name, [new("not-companion", Name, ["position-3"])])],
            [new("size", Name, "number", "label", "size", [new("choice-1", Name)], "room", ["position-1"], 1, 40)],
            [new("phrase-1", Name, Name, "urgent", ["position-1"], Discreet: true, NeedsPlace: true, "sos")],
            new Dictionary<string, Text> { ["decline-politely"] = Name }, [new("reason-1", Name)]),
    };

    /// <summary>The same kinds with as little as they may have.</summary>
    public static Changes Bare { get; } = new(
        0, 7, "m_-7", At, 1,
        Guests: [new("guest-1", 7, new("一位客户", "a guest"), new Dictionary<string, string>(), "", [], "journey-1", Erased: false)],
        Journeys: [new("journey-1", 7, "guest-1", "playbook-1", "hash-2", "stage-1", "column-1", At, null, null, null, null, null, new Dictionary<string, string>(), null, [], null, [], Drill: false)],
        Alerts:
        [
            new("alert-1", 7, "information", "template-1", Name, Name, null, null, null, null, At, new([], []), "none", WantsDone: false, "open", Exhausted: false, Loud: false, 0, [], 0,
                null, [], null, null, null, null, Drill: false, At, new([], [])),
        ],
        Items: [new("item-1", 7, "template-2", Name, null, [], "open", null, Late: false, null, null, null)],
        Positions: [new("position-1", 7, Name, "calls", "day", null, [], "none", Unmanned: true, null, 0)],
        Staff: [new("staff-1", 7, Name, [], [], "off", null, null, "none", null, [])],
        Places: [new("place-1", 7, "room", Name, "free", null, At, 0)]);

    private static Dictionary<string, string> Map(string key, string value) => new() { [key] = value };
}
