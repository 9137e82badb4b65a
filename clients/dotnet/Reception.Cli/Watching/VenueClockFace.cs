using System.Globalization;
using Reception.Client;

namespace Reception.Cli.Watching;

/// <summary>Times of day at the venue.</summary>
internal sealed class VenueClockFace(ReceptionClient client)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(client.Views.Venue?.Zone ?? "UTC");

    public string Now => At(client.Time.Now);

    public string At(long ms) =>
        TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(ms), zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
