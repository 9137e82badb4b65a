using System.Collections.Immutable;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>
/// What a thing is to a screen, whatever the venue calls it: closed lists, explained in README.md beside the shipped playbooks. Screens and crews know
/// these words and no name of a procedure.
/// </summary>
public static class Uses
{
    public static ImmutableArray<string> Trigger { get; } =
    [
        "expect", "move-eta", "arrive", "walk-in", "return-visit", "move-on", "come-back", "record-place", "call-place", "place-ready", "drop-place",
        "call-companion", "admit", "decline", "choose", "serve", "change-host", "leave", "stay", "car-ready", "end", "no-show", "cancel",
    ];

    public static ImmutableArray<string> Stage { get; } = ["expected", "arriving", "seated", "visiting", "leaving", "ended"];

    public static ImmutableArray<string> Field { get; } =
    [
        "address", "name", "plate", "phone", "size", "needs", "place", "table", "room", "drink", "host", "guide", "companion", "visit", "stored", "note", "eta",
    ];

    public static ImmutableArray<string> Phrase { get; } = ["sos", "radio-check", "help"];

    public static ImmutableArray<string> Screen { get; } = ["arrival", "door", "drinks", "host", "rooms", "calls", "desk", "watch"];

    public static ImmutableArray<string> Theme { get; } = ["day", "sun", "dark"];

    public static ImmutableArray<string> Weather { get; } = ["clear", "cloudy", "rain", "snow", "hot"];
}
