using Reception.Domain.Positions;
using Reception.Hub.Identity;
using Reception.Hub.Storage;
using Reception.Hub.Venues;

namespace Reception.Hub.Realtime;

/// <summary>A device that this node hears from, and how it can alert its holder.</summary>
internal sealed class Contact(SessionIdentity who, LiveVenue venue)
{
    public DeviceAt Device { get; } = new(who.Venue, who.Device.Value);

    public Reach Reach { get; set; } = Reach.None;

    /// <summary>When it last asked or reported without a socket (host timestamp).</summary>
    public long Asked { get; set; }

    /// <summary>Whether the venue's state says something else: after a loss, at a first join, when sound becomes screen. Forty idle devices write nothing.</summary>
    public bool IsNews
    {
        get
        {
            var moment = venue.Current;
            return Reach != Reach.None
                && !Feed.IsOver(who, moment)
                && moment.State.Staff.TryGetValue(who.Staff, out var person)
                && person.Devices.GetValueOrDefault(who.Device) != Reach;
        }
    }

    /// <returns>False when the store did not take it: to be tried again.</returns>
    public Task<bool> Tell() => venue.Do(new Domain.Command.ReachDevice(who.Device, who.Staff, Reach));
}
