using Reception.Contracts;

namespace Reception.Hub.Tests.Client;

/// <summary>Views and messages with only what a test of the SDK looks at.</summary>
internal static class Sample
{
    public static Changes Change(long from, long to, string? mark = null) => new(from, to, mark ?? "m" + to, Now: 1_000, Pace: 1);

    public static Changes Guest(long from, long to, string id, string address = "王先生") => Change(from, to) with { Guests = [View(id, to, address)] };

    public static Changes Alert(long from, long to, AlertView alert) => Change(from, to) with { Alerts = [alert with { Seq = to }] };

    public static GuestView View(string id, long seq, string address = "王先生") => new(id, seq, new(address, address), new Dictionary<string, string>(), "W", [], "j-" + id, Erased: false);

    public static AlertView Open(string id, string[]? staff = null, string[]? positions = null, string? sender = null, int again = 0) => new(
        id, 0, "action", "a-template", new("屏幕", "screen"), new("耳朵", "ear"), sender, null, null, null, Raised: 500, new(positions ?? [], staff ?? []),
        "any", WantsDone: false, "open", Exhausted: false, Loud: false, again, [], 1, null, [], null, null, null, null, Drill: false, Made: 500, new([], []));

    public static AlertAnswer Said(string staff, string kind) => new(staff, null, kind, 900, null, null);

    /// <summary>Entry 1: the venue, and the person of the session at one position.</summary>
    public static Changes Opening(params string[] positions) => Change(0, 1) with
    {
        Venue = new("v1", 1, new("案场", "Venue"), "2026-11-28", "Asia/Shanghai", "clear", "", "", null, [], [], [], new Dictionary<string, string>(), 30),
        Staff = [new(ScriptedHub.Staff, 1, new("周", "Zhou"), positions, positions, "on", null, null, "sound", null, [])],
    };
}
