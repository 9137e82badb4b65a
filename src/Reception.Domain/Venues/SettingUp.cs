using System.Collections.Immutable;
using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;

namespace Reception.Domain.Venues;

/// <summary>The venue itself: its set-up, the weather, a clock that went back.</summary>
internal static class SettingUp
{
    public static ImmutableArray<string> Weathers { get; } = ["clear", "cloudy", "rain", "snow", "hot"];

    public static Refusal? SetUp(Work work, Library library)
    {
        var book = library.Venue;
        var columns = library.InForce.Values.Select(library.Get).OfType<Playbook>().OrderBy(playbook => playbook.Id, StringComparer.Ordinal)
            .SelectMany(playbook => playbook.Columns).Select(column => (Key)column.Id).Distinct();
        work.Emit(new VenueEvents.VenueSetUp(
            book.Hash,
            book.Zone,
            book.DayTurns.Hour * 60 + book.DayTurns.Minute,
            book.Rota?.Position.Value is { } rota ? (Key?)rota : null,
            book.Settings.Undo,
            [.. book.Positions.Select(position => new VenueEvents.PositionFacts(position.Id, position.Desk))],
            [.. book.Places.Select(place => new VenueEvents.PlaceFacts(place.Id, place.Kind))],
            [.. book.Staff.Select(person => new VenueEvents.StaffFacts(person.Id, person.Allowed))],
            [.. columns],
            library.InForce.ToImmutableDictionary(playbook => (Key)playbook.Key, playbook => (Key)playbook.Value)));
        if (work.State.DayTurns is null)
        {
            var day = VenueDay.Of(work.Now, work.State.SetUp!);
            work.Emit(new VenueEvents.DayTurned(day, VenueDay.Ends(day, work.State.SetUp!)));
        }

        foreach (var session in work.State.Sessions.Values.Where(session => session.Closed is null && !work.State.Staff.ContainsKey(session.Staff))
            .OrderBy(session => session.Id.Value, StringComparer.Ordinal))
        {
            work.Emit(new VenueEvents.SessionRevoked(session.Id));
        }

        Judging.Again(work);
        return null;
    }

    public static Refusal? Weather(Work work, Command.SetWeather weather)
    {
        if (!Weathers.Contains(weather.Weather))
        {
            return Refusal.Because(RefusalCodes.BadArgument, ("field", "weather"));
        }

        if (Duty.OnDuty(work) is null)
        {
            return Refusal.Because(RefusalCodes.NotOnDuty);
        }

        if (work.State.Weather.Value != weather.Weather)
        {
            work.Emit(new VenueEvents.WeatherChanged(weather.Weather));
            Ticking.FollowWeather(work);
        }

        return null;
    }

    /// <summary>A second node that finds the same finds nothing to do: the last entry is no longer ahead of the clock.</summary>
    public static Refusal? ClockBack(Work work, TimeSpan by)
    {
        if (by > TimeSpan.Zero)
        {
            work.Emit(new VenueEvents.ClockMovedBack(by));
        }

        return null;
    }
}
