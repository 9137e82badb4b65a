using System.Security.Claims;
using Reception.Domain;

namespace Reception.Hub.Identity;

/// <summary>Who speaks. Venue, person and device come from the session alone, never from what is sent.</summary>
/// <param name="Desk">Sees the desk stream and has a supervisor's rights.</param>
internal sealed record SessionIdentity(string Session, string Venue, StaffId Staff, DeviceId Device, bool Desk)
{
    private const string SessionClaim = "session";
    private const string VenueClaim = "venue";
    private const string StaffClaim = "staff";
    private const string DeviceClaim = "device";
    private const string DeskClaim = "desk";

    public string Stream => Desk ? SessionAuthentication.DeskStream : SessionAuthentication.FloorStream;

    /// <summary>The identity behind a request (<c>HttpContext.User</c>) or a connection (<c>Context.User</c>); null when nobody is signed in.</summary>
    public static SessionIdentity? Of(ClaimsPrincipal? user) =>
        user?.FindFirst(SessionClaim) is { } session
            ? new(session.Value, Read(user, VenueClaim), new(Read(user, StaffClaim)), new(Read(user, DeviceClaim)), user.HasClaim(DeskClaim, "yes"))
            : null;

    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        Claim[] claims =
        [
            new(SessionClaim, Session), new(VenueClaim, Venue), new(StaffClaim, Staff.Value), new(DeviceClaim, Device.Value),
            new(DeskClaim, Desk ? "yes" : "no"),
        ];
        return new(new ClaimsIdentity(claims, scheme, StaffClaim, roleType: null));
    }

    private static string Read(ClaimsPrincipal user, string claim) => user.FindFirst(claim)?.Value ?? "";
}
