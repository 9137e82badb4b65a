using Reception.Client;
using Reception.Contracts;
using Reception.Crew.Worlds;

namespace Reception.Crew.Habits;

/// <summary>All that one person knows: what their own device shows, and who stands before them.</summary>
/// <param name="Now">Venue time, ms.</param>
/// <param name="Patience">How long people wait before they take it that nobody else does something: what another tapped must have had the time to show here.</param>
internal sealed record Scene(ViewSet Views, string Me, long Now, TimeSpan Patience, WordBook Words, World World)
{
    private IReadOnlyList<Visit>? visits;

    public StaffView? Person => Views.Staff.GetValueOrDefault(Me);

    public IReadOnlyList<string> Positions => Person?.Positions ?? [];

    public bool OnDuty => Person is { State: "on" };

    public bool May(TriggerWords trigger) => trigger.By.Any(Positions.Contains);

    /// <summary>Visits that are going on, each with its words.</summary>
    public IReadOnlyList<Visit> Visits => visits ??= [.. Going()];

    /// <summary>Places of a kind that nobody has, in the order in which people take them.</summary>
    public IEnumerable<PlaceView> Free(string? kind) =>
        Views.Places.Values.Where(place => place.State == "free" && (kind is null || place.Kind == kind)).OrderBy(place => place.Order);

    /// <summary>What a journey has of a kind.</summary>
    public PlaceView? Had(JourneyView journey, string? kind) => Views.Places.Values.FirstOrDefault(place => place.Journey == journey.Id && place.Kind == kind);

    private IEnumerable<Visit> Going()
    {
        foreach (var journey in Views.Journeys.Values)
        {
            if (journey.Ended is null && Words.Of(journey) is { } words && words.Stage(journey.Stage) is { } stage)
            {
                yield return new(journey, words, stage, World.Of(journey));
            }
        }
    }
}

/// <summary>A visit, its words, and the people behind it.</summary>
internal sealed record Visit(JourneyView Journey, WordsDocument Words, StageWords Stage, Party Party)
{
    /// <summary>Triggers that can be pulled in this stage.</summary>
    public IEnumerable<TriggerWords> Possible => Words.Triggers.Where(trigger => !trigger.Opens && trigger.From.Contains(Journey.Stage)
        && !(Journey.Blocked ?? []).Any(blocked => blocked.Trigger == trigger.Id && !blocked.Args.ContainsKey("override")));

    public IEnumerable<TriggerWords> For(string use) => Possible.Where(trigger => trigger.Use == use);

    public Wish Wish(long now) => Wishes.Of(Party, Journey, Words, now);
}
