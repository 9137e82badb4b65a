using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Reception.Domain;
using Reception.Hub.Storage;
using Reception.Hub.Venues;

namespace Reception.Hub.Identity;

/// <summary>
/// <c>Authorization: Bearer</c>, and on the socket (browsers cannot set a header there) <c>access_token</c> in the query. The store knows only the token's hash;
/// whether the session is over, the venue's log says.
/// </summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, IVenueStore store, LiveVenues venues, TimeProvider host)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "session";
    public const string SocketPath = "/hub";
    public const string DeskStream = "desk";
    public const string FloorStream = "floor";

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Token() is not { Length: > 0 and < 200 } token)
        {
            return AuthenticateResult.NoResult();
        }

        var row = await store.SessionBy(Hash(token), Context.RequestAborted);
        if (row is null || row.Revoked is not null)
        {
            return AuthenticateResult.Fail("no such session, or it is over");
        }

        var venue = await venues.Get(row.Venue, Context.RequestAborted);
        if (!venue.Current.State.Sessions.ContainsKey(row.Id))
        {
            // Opened on another node a moment ago.
            await venue.CatchUp(Context.RequestAborted);
        }

        var session = venue.Current.State.Sessions.GetValueOrDefault(row.Id);
        if (session is { Closed: not null })
        {
            // So that it need not be asked for again.
            await store.Revoke(row.Venue, row.Id, host.GetUtcNow(), Context.RequestAborted);
        }

        if (session is not { Closed: null })
        {
            return AuthenticateResult.Fail("the session is over");
        }

        var identity = new SessionIdentity(row.Id, row.Venue, new StaffId(row.Staff), new DeviceId(row.Device), row.Stream == DeskStream);
        return AuthenticateResult.Success(new(identity.ToPrincipal(Name), Name));
    }

    private string? Token()
    {
        const string bearer = "Bearer ";
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith(bearer, StringComparison.OrdinalIgnoreCase))
        {
            return header[bearer.Length..].Trim();
        }

        return Request.Path.StartsWithSegments(SocketPath, StringComparison.Ordinal) ? Request.Query["access_token"].ToString() : null;
    }
}
