using System.Net;
using Microsoft.Extensions.Options;
using Reception.Contracts;
using Reception.Hub.Problems;

namespace Reception.Hub.Realtime;

/// <summary>
/// How many sockets one address may hold, those included that never say anything (F31). A whole site behind one address fits in. Who comes from this
/// machine itself comes through its proxy, which counts by its own rules.
/// </summary>
internal sealed class Crowding(IOptions<RealtimeOptions> options)
{
    private readonly Dictionary<IPAddress, int> _open = [];

    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(ReceptionHub.Path, StringComparison.Ordinal) || context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
        {
            await next(context);
            return;
        }

        if (!Enter(address))
        {
            await new ProblemAnswer(ErrorCodes.TooManyConnections).ExecuteAsync(context);
            return;
        }

        try
        {
            // Until the socket is closed.
            await next(context);
        }
        finally
        {
            Leave(address);
        }
    }

    private bool Enter(IPAddress address)
    {
        lock (_open)
        {
            var open = _open.GetValueOrDefault(address);
            if (open >= options.Value.ConnectionsPerAddress)
            {
                return false;
            }

            _open[address] = open + 1;
            return true;
        }
    }

    private void Leave(IPAddress address)
    {
        lock (_open)
        {
            if (--_open[address] == 0)
            {
                _open.Remove(address);
            }
        }
    }
}
