namespace Reception.Domain.Venues;

/// <summary>The venue's day: it turns at the hour the venue says (04:00), in the venue's zone.</summary>
public static class VenueDay
{
    public static DateOnly Of(DateTimeOffset at, VenueEvents.VenueSetUp setUp)
    {
        ArgumentNullException.ThrowIfNull(setUp);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone(setUp)).DateTime.AddMinutes(-setUp.TurnsAt));
    }

    /// <summary>When this day ends and the next begins.</summary>
    public static DateTimeOffset Ends(DateOnly day, VenueEvents.VenueSetUp setUp)
    {
        ArgumentNullException.ThrowIfNull(setUp);
        var local = day.AddDays(1).ToDateTime(TimeOnly.MinValue).AddMinutes(setUp.TurnsAt);
        var zone = Zone(setUp);
        // An hour that daylight saving skips ends at the first moment that exists.
        var real = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(real, zone.GetUtcOffset(real)).ToUniversalTime();
    }

    /// <summary>An unknown zone reads as UTC; the reader of the venue's book refuses one beforehand.</summary>
    private static TimeZoneInfo Zone(VenueEvents.VenueSetUp setUp) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(setUp.Zone.Value, out var zone) ? zone : TimeZoneInfo.Utc;
}
