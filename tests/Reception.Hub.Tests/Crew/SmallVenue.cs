using Reception.Client;
using Reception.Contracts;
using Reception.Crew;
using Reception.Crew.Habits;
using Reception.Crew.Worlds;

namespace Reception.Hub.Tests.Crew;

/// <summary>A venue with a procedure of its own, so that habits can be seen to go by what things are for and by no name.</summary>
internal sealed class SmallVenue
{
    public const long Now = 10_000_000;

    private readonly WordBook words = new();
    private ViewSet views = ViewSet.Empty;

    public SmallVenue(params Party[] parties)
    {
        World = new(1, 0, parties);
        words.Learn(Playbook);
        Show(new Changes(0, 1, "m", Now, 1) with
        {
            Venue = new("v", 1, new("案场", "Venue"), "2026-11-28", "Asia/Shanghai", "clear", "", "", null, [], [], [], new Dictionary<string, string> { ["book"] = "w" }, 30),
            Staff = [Staff("kerb", "k1"), Staff("gate", "g1"), Staff("host", "h1"), Staff("host", "h2"), Staff("rooms", "r1")],
            Places = [new("room-1", 1, "room", new("一", "1"), "free", null, 0, 0)],
        });
    }

    public World World { get; }

    public static Party Guest { get; } = new(
        "guest", PartyKind.Expected, "王先生", "王伟", "浙A12345", "13900000000", 2, TimeSpan.Zero, TimeSpan.Zero, 1, Stays: false, Slips: false, LeavesFromTour: false,
        TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(20));

    public SmallVenue Show(Changes changes)
    {
        views = views.With(changes);
        return this;
    }

    /// <summary>A visit at a stage since so many minutes.</summary>
    public SmallVenue Visit(string stage, double minutes, string? host = null, params StepView[] steps)
    {
        World.Know(Guest, "j");
        return Show(new Changes(0, 2, "m", Now, 1) with
        {
            Journeys = [new("j", 2, "g", "book", "w", stage, "c", Now - (long)(minutes * 60_000), null, null, null, null, null, new Dictionary<string, string>(), host, [], null, steps, false)],
        });
    }

    public SmallVenue Room(string state, string? journey) => Show(new Changes(0, 3, "m", Now, 1) with { Places = [new("room-1", 3, "room", new("一", "1"), state, journey, 0, 0)] });

    public SmallVenue Call(AlertView alert) => Show(new Changes(0, 4, "m", Now, 1) with { Alerts = [alert] });

    public Scene Seen(string by) => new(views, by, Now, TimeSpan.FromSeconds(75), words, World);

    /// <summary>What this person is about to do, as <c>trigger journey</c> or the kind of command.</summary>
    public IReadOnlyList<(string What, TimeSpan After)> Wants(string who, IHabit habit) =>
        [.. habit.See(Seen(who)).Select(desire => (desire.Deed().Args.GetValueOrDefault("trigger") ?? desire.Deed().Kind, desire.After()))];

    private static StaffView Staff(string position, string id) => new(id, 1, new(id, id), [position], [position], "on", null, null, "sound", null, []);

    private static WordsDocument Playbook => new(
        "w", "playbook", "book", new("流程", "Book"),
        [Stage("due", "expected"), Stage("kerbside", "arriving"), Stage("hall", "arriving"), Stage("sofa", "seated"), Stage("around", "visiting"), Stage("out", "leaving"), Stage("gone", "ended")],
        [
            Trigger("write-down", "expect", [], "due", ["host"], opens: true),
            Trigger("comes", "arrive", ["due"], "kerbside", ["kerb", "gate"]), Trigger("stroll-in", "walk-in", [], "kerbside", ["kerb", "gate"], opens: true),
            Trigger("to-hall", "move-on", ["kerbside"], "hall", ["kerb"]), Trigger("to-sofa", "move-on", ["kerbside", "hall"], "sofa", ["host"]),
            Trigger("ask-room", "call-place", ["sofa"], null, ["host"], ["room"]), Trigger("room-set", "place-ready", ["sofa"], null, ["rooms"]),
            Trigger("to-room", "move-on", ["sofa"], "around", ["host"]), Trigger("says-bye", "leave", ["sofa", "around"], "out", ["host"]),
            Trigger("see-off", "end", ["out"], "gone", ["kerb"]),
        ],
        [new("room", new("房", "Room"), "place", null, "room", [], "room", [], null, null)], [], new Dictionary<string, Text>());

    private static StageWords Stage(string id, string use) => new(id, new(id, id), "c", use, null);

    private static TriggerWords Trigger(string id, string use, string[] from, string? to, string[] by, string[]? needs = null, bool opens = false) =>
        new(id, new(id, id), new(id, id), opens, from, to, by, needs ?? [], needs ?? [], [], use, false);
}
