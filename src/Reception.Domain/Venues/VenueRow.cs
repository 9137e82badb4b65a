using System.Collections.Immutable;

namespace Reception.Domain.Venues;

/// <summary>What the venue's own view shows; its sequence moves when this changes.</summary>
public sealed record VenueRow(
    VenueEvents.VenueSetUp? SetUp, Key Weather, JourneyId? Exclusive, DateOnly Day, string Counts, string Departed, string Rota)
{
    public static VenueRow Of(VenueState state) => new(
        state.SetUp,
        state.Weather,
        state.Exclusive,
        state.Day,
        string.Join(' ', state.Counts.OrderBy(count => count.Key.Value, StringComparer.Ordinal).Select(count => $"{count.Key}={count.Value}")),
        string.Join(' ', state.Departed.Select(departed => departed.Journey.Value)),
        string.Join(" ", RotaOf(state)));

    /// <summary>On the rota, who waited longest first.</summary>
    public static ImmutableArray<StaffId> RotaOf(VenueState state) =>
    [
        .. state.Staff.Values.Where(person => person.Waiting is not null)
            .OrderBy(person => person.Waiting).ThenBy(person => person.Id.Value, StringComparer.Ordinal)
            .Select(person => person.Id),
    ];
}
