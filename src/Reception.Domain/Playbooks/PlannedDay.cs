using System.Collections.Immutable;

namespace Reception.Domain.Playbooks;

/// <summary>A day to try a venue with: who comes and when, counted from where it starts. Only a demo reads it.</summary>
public sealed record PlannedDay(ImmutableArray<PlannedGuest> Guests, ImmutableArray<PlannedWeather> Weather);

/// <summary>A guest of such a day.</summary>
/// <param name="Opens">Use of the trigger that begins the visit.</param>
/// <param name="Eta">What was agreed, for one who is expected.</param>
/// <param name="Comes">When the guest is really there; null: never.</param>
/// <param name="Fields">As a command has them: ids of choices, several parted by commas.</param>
public sealed record PlannedGuest(string Id, string Opens, TimeSpan? Eta, TimeSpan? Comes, ImmutableDictionary<string, string> Fields);

public sealed record PlannedWeather(TimeSpan At, string Weather);
