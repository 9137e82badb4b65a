using Reception.Domain.Positions;
using Reception.Hub.Identity;
using Reception.Hub.Storage;
using Reception.Hub.Venues;

namespace Reception.Hub.Realtime;

/// <summary>A device that this node hears from, and how it can alert its holder.</summary>
internal sealed class Contact(SessionIdentity who, LiveVenue venue)
{
    public string Session => who.Session;

    public DeviceAt Device { get; } = new(who.Venue, who.Device.Value);

    /// <summary>Until it says otherwise as the venue knows it; at least it has a screen.</summary>
    public Reach Reach { get; private set; } =
        venue.Current.State.Staff.GetValueOrDefault(who.Staff)?.Devices.GetValueOrDefault(who.Device) is Reach.Sound ? Reach.Sound : Reach.Screen;

    /// <summary>When it last joined; or asked or reported without a socket (host timestamp).</summary>
    public long Asked { get; set; }

    /// <summary>Whether the venue's state says something else: after a loss, at a first join, when sound becomes screen. Forty idle devices write nothing.</summary>
    public bool IsNews
    {
        get
        {
            var moment = venue.Current;
            return !Feed.IsOver(who, moment)
                && moment.State.Staff.TryGetValue(who.Staff, out var person)
                && person.Devices.GetValueOrDefault(who.Device) != Reach;
        }
    }

    /// <param name="reach"><c>sound</c> or <c>screen</c>; null: as before.</param>
    public void Says(string? reach) => Reach = reach switch
    {
        null => Reach,
        "sound" => Reach.Sound,
        _ => Reach.Screen,
    };

    /// <returns>False when the store did not take it: to be tried again.</returns>
    public Task<bool> Tell() => venue.Do(new Domain.Command.ReachDevice(who.Device, who.Staff, Reach));
}
