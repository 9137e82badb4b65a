using System.Buffers.Text;
using System.Security.Cryptography;
using Reception.Contracts;
using Reception.Domain;
using Reception.Hub.Storage;
using Reception.Hub.Venues;

namespace Reception.Hub.Identity;

/// <summary>Codes and sessions. A session is an entry of the venue's log; its token is kept as a hash beside it and shown once.</summary>
internal sealed class SignIn(IVenueStore store, LiveVenues venues, TimeProvider host)
{
    public static readonly TimeSpan CodeLives = TimeSpan.FromMinutes(15);

    // Without what is mistaken for something else when it is read out: 0 O, 1 I L.
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int CodeLength = 8;
    private const int TokenBytes = 32;

    /// <summary>Null when there is no such person.</summary>
    public async Task<EnrolCode?> MakeCode(string venueId, StaffId staff, TimeSpan lives, CancellationToken stop)
    {
        var venue = await venues.Get(venueId, stop);
        if (!venue.Current.State.Staff.ContainsKey(staff))
        {
            return null;
        }

        var code = RandomNumberGenerator.GetString(Letters, CodeLength);
        var expires = host.GetUtcNow() + lives;
        await store.AddCode(new(SessionAuthentication.Hash(code), venueId, staff.Value, expires), stop);
        return new(code, expires.ToUnixTimeMilliseconds());
    }

    /// <summary>Null when the code is wrong, used or over.</summary>
    public async Task<Session?> Enrol(string code, string device, CancellationToken stop)
    {
        var typed = new string([.. code.Where(letter => !char.IsWhiteSpace(letter) && letter != '-')]).ToUpperInvariant();
        return typed.Length == CodeLength && await store.Redeem(SessionAuthentication.Hash(typed), host.GetUtcNow(), stop) is { } row
            ? await Open(row.Venue, new(row.Staff), device, stop)
            : null;
    }

    /// <summary>Opens a session for a person; null when the venue has none of this name.</summary>
    public async Task<Session?> Open(string venueId, StaffId staff, string deviceName, CancellationToken stop)
    {
        var venue = await venues.Get(venueId, stop);
        var (session, device) = (NewId(), new DeviceId(NewId()));
        var desk = IsDesk(venue.Current, staff);
        if (!await venue.Do(new Domain.Command.OpenSession(session, staff, device, desk)))
        {
            throw new StoreException(StoreFailure.Unavailable, $"a session of venue {venueId} could not be opened: the store did not take the entry");
        }

        if (!venue.Current.State.Sessions.ContainsKey(session))
        {
            return null;
        }

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var now = host.GetUtcNow();
        var identity = new SessionIdentity(session, venueId, staff, device, desk);
        await store.OpenSession(
            new(session, SessionAuthentication.Hash(token), venueId, staff.Value, device.Value, deviceName, identity.Stream, now, now), stop);
        return new(token, session, venueId, staff.Value, device.Value, identity.Stream);
    }

    /// <summary>The answer of the venue: one's own session, or any for the desk.</summary>
    public async Task<Answer> End(SessionIdentity who, string session, CancellationToken stop)
    {
        var venue = await venues.Get(who.Venue, stop);
        var command = new Contracts.Command(
            NewId(), Kinds.SessionRevoke, venue.Current.State.At.ToUnixTimeMilliseconds(), new Dictionary<string, string> { ["session"] = session });
        return await venue.Do(who, command, stop);
    }

    private static bool IsDesk(VenueMoment moment, StaffId staff) =>
        moment.State.Staff.TryGetValue(staff, out var person)
        && person.Allowed.Any(position => moment.State.Positions.TryGetValue(position, out var known) && known.Desk);

    private static string NewId() => RandomNumberGenerator.GetHexString(20, lowercase: true);
}
