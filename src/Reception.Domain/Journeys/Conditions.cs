using System.Collections.Immutable;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Domain.Journeys;

/// <summary>What must hold for a thing to do to come up, or for a call to be raised.</summary>
internal static class Conditions
{
    public static bool Hold(VenueState state, JourneyId journey, ImmutableArray<Condition> conditions) => conditions.All(condition => Holds(state, state.Journeys[journey], condition));

    private static bool Holds(VenueState state, Journey journey, Condition condition) => condition switch
    {
        Condition.WeatherIs weather => weather.Weather.Contains(state.Weather.Value) != weather.Not,
        Condition.FactIs fact => Has(journey.Facts.GetValueOrDefault(fact.Field), fact.Values) != fact.Not,
        Condition.Short few => !Guards.Enough(state, journey, few.Position, few.Field),
        _ => false,
    };

    private static bool Has(Key value, ImmutableArray<string> wanted) =>
        value.Value is { Length: > 0 } text && (wanted.IsEmpty || text.Split(',').Any(one => wanted.Contains(one)));
}
