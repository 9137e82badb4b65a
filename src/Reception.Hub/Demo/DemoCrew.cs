using System.Collections.Immutable;
using System.Net.Security;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Reception.Crew;
using Reception.Domain;
using Reception.Domain.Positions;
using Reception.Domain.Venues;
using Reception.Hub.Lan;
using Reception.Hub.Venues;

namespace Reception.Hub.Demo;

/// <summary>
/// Plays every position that nobody has taken, over loopback and by the SDK like any other client. A person who signs in as one of the staff, or takes
/// a position, makes its crew step back; signed out, or out of contact for a minute, the crew takes over again.
/// </summary>
internal sealed partial class DemoCrew(
    StartOptions options, VenueStart start, LiveVenues venues, IServer server, IHostApplicationLifetime host, TimeProvider time, ILogger<DemoCrew> log) : BackgroundService
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    /// <summary>A person out of contact for so long has gone home.</summary>
    private static readonly TimeSpan Gone = TimeSpan.FromMinutes(1);

    private readonly Dictionary<StaffId, long> lastSeen = [];
    private Company? company;

    /// <summary>The crew of this position does nothing any more; or again.</summary>
    /// <returns>False when there is no crew.</returns>
    public bool Silence(PositionId position, bool silent)
    {
        company?.Silence(position.Value, silent);
        return company is not null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options is not { Demo: true, Crew: true } || !await Started(stoppingToken))
        {
            return;
        }

        try
        {
            company = await Company.Assemble(DemoAfternoon.Of(Address(), start, Own()), stoppingToken);
            Log.Assembled(log, company.Posts.Count);
            using var round = new PeriodicTimer(Glance, time);
            do
            {
                await Stand(company, stoppingToken);
            }
            while (await round.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The demo ends.
        }
        finally
        {
            await (company?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    /// <summary>Who stands, who rests and who is played by a person, as the venue has it now.</summary>
    private async Task Stand(Company crew, CancellationToken stop)
    {
        var state = (await venues.Get(start.Venue, stop)).Current.State;
        var people = People(state, crew.Sessions.ToHashSet(StringComparer.Ordinal));
        var taken = people.Select(id => state.Staff.GetValueOrDefault(id)).OfType<StaffMember>()
            .SelectMany(person => person.Positions).Select(position => position.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var (staff, posts) in crew.Posts)
        {
            var presence = people.Contains(new(staff)) ? Presence.Absent : posts.Any(taken.Contains) ? Presence.Rests : Presence.Plays;
            await crew.Be(staff, presence, stop);
        }
    }

    /// <summary>Staff of whom somebody has a session that is not the crew's, and was in contact within the last minute.</summary>
    private ImmutableHashSet<StaffId> People(VenueState state, HashSet<string> own)
    {
        var now = time.GetTimestamp();
        foreach (var session in state.Sessions.Values.Where(session => session.Closed is null && !own.Contains(session.Id.Value)))
        {
            var seen = state.Staff.GetValueOrDefault(session.Staff)?.Devices.GetValueOrDefault(session.Device, Reach.None) != Reach.None;
            if (seen || !lastSeen.ContainsKey(session.Staff))
            {
                lastSeen[session.Staff] = now;
            }
        }

        var open = state.Sessions.Values.Where(session => session.Closed is null && !own.Contains(session.Id.Value)).Select(session => session.Staff).ToHashSet();
        return [.. lastSeen.Where(seen => open.Contains(seen.Key) && time.GetElapsedTime(seen.Value, now) < Gone).Select(seen => seen.Key)];
    }

    private async Task<bool> Started(CancellationToken stop)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var up = host.ApplicationStarted.Register(() => started.TrySetResult(true));
        await using var down = stop.Register(() => started.TrySetResult(false));
        return await started.Task;
    }

    /// <summary>Loopback, whatever else it listens to.</summary>
    private Uri Address()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? options.Urls;
        return new UriBuilder(address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)).Uri;
    }

    /// <summary>On loopback this process speaks to itself: the certificate must be its own, and no system trusts that one.</summary>
    private RemoteCertificateValidationCallback? Own()
    {
        if (options is not { Lan: true, Data: { } folder })
        {
            return null;
        }

        var own = LanCertificate.In(folder, time).GetCertHashString();
        return (_, shown, _, _) => shown?.GetCertHashString() == own;
    }

    private static partial class Log
    {
        [LoggerMessage(1301, LogLevel.Information, "The crew is there: {People} people")]
        public static partial void Assembled(ILogger log, int people);
    }
}
