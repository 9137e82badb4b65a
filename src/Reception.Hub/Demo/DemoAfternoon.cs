using System.Net.Security;
using Reception.Crew;
using Reception.Crew.Worlds;
using Reception.Domain.Playbooks;
using Reception.Domain.Playbooks.Reading;
using Reception.Hub.Playbooks;
using Reception.Hub.Venues;

namespace Reception.Hub.Demo;

/// <summary>The guests and the weather of <c>demo.yaml</c>, and more of both for the rest of a long day.</summary>
internal static class DemoAfternoon
{
    private const int Seed = 28;
    private const int LaterAnHour = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    public static CompanyOptions Of(Uri hub, VenueStart start, RemoteCertificateValidationCallback? certificate)
    {
        var reading = DayReader.Read(LibraryFiles.Source(VenueFiles.Demo), start.Library);
        var day = reading.Value ?? throw new StartRefusedException("The day of the demo cannot be used:\n" + string.Join('\n', reading.Flaws));
        var planned = day.Guests.Select(Planned).ToList();
        var ends = planned.Max(party => party.Arrives ?? party.Eta ?? TimeSpan.Zero);
        return new()
        {
            Hub = hub,
            Seed = Seed,
            Certificate = certificate,
            Parties = [.. planned, .. Parties.Drawn(Seed, ends, Longest, LaterAnHour)],
            Weather = [.. day.Weather.Select(change => (change.At, change.Weather))],
        };
    }

    private static Party Planned(PlannedGuest guest) => Parties.Planned(Seed, guest.Id, KindOf(guest), guest.Comes, guest.Eta, guest.Fields);

    /// <summary>By the use of the trigger that begins the visit.</summary>
    private static PartyKind KindOf(PlannedGuest guest) => guest.Opens switch
    {
        "expect" => PartyKind.Expected,
        "return-visit" => PartyKind.Return,
        "decline" => PartyKind.Alone,
        _ => PartyKind.WalkIn,
    };
}
