using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Security;
using System.Runtime.CompilerServices;
using Reception.Cli.Words;
using Reception.Client;
using Reception.Contracts;

namespace Reception.Cli.Doctor;

/// <summary>From the outside in; ends where nothing further can work.</summary>
internal sealed class Examination(Uri hub, Func<string> token, RemoteCertificateValidationCallback? certificate, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan SlowFrom = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ClockFrom = TimeSpan.FromSeconds(5);
    private const int Trips = 9;

    public async IAsyncEnumerable<Finding> Findings([EnumeratorCancellation] CancellationToken stop)
    {
        var reach = await Reach(stop);
        yield return reach;
        if (reach.Health == Health.Ill)
        {
            yield break;
        }

        yield return await Clock(stop);
        Joined? joined;
        using (var api = new HubApi(hub, token(), certificate))
        {
            joined = await Session(api, stop);
        }

        if (joined is null)
        {
            yield return new(Health.Ill, DoctorWords.NotSignedIn);
            yield break;
        }

        yield return new(Health.Well, DoctorWords.SignedIn, joined.Staff, joined.Venue, joined.Stream);
        foreach (var format in new[] { WireFormat.MessagePack, WireFormat.Json })
        {
            await foreach (var finding in Link(format, stop))
            {
                yield return finding;
            }
        }
    }

    private async Task<Finding> Reach(CancellationToken stop)
    {
        using var api = new HubApi(hub, null, certificate);
        try
        {
            var (ready, body) = await api.Ready(stop);
            return ready ? new(Health.Well, DoctorWords.Reached, hub)
                : body.Contains('<', StringComparison.Ordinal) || body.Length == 0 ? new(Health.Ill, DoctorWords.NotHub, hub, "/healthz/ready")
                : new(Health.Bearable, DoctorWords.NotReady, body);
        }
        catch (HttpRequestException failed)
        {
            return new(Health.Ill, DoctorWords.NotReached, hub, failed.GetBaseException().Message);
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            return new(Health.Ill, DoctorWords.NotReached, hub, "30 s");
        }
    }

    private async Task<Finding> Clock(CancellationToken stop)
    {
        // The Date header has whole seconds; the middle of the exchange is what it means.
        using var handler = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = certificate } };
        using var http = new HttpClient(handler);
        var before = time.GetUtcNow();
        using var response = await http.GetAsync(new Uri(hub, "/healthz/ready"), stop);
        var here = before + ((time.GetUtcNow() - before) / 2);
        if (response.Headers.Date is not { } there)
        {
            return new(Health.Bearable, DoctorWords.NoClock);
        }

        var apart = here - there.AddMilliseconds(500);
        var seconds = Math.Round(apart.Duration().TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return apart.Duration() < ClockFrom ? new(Health.Well, DoctorWords.Clock, seconds) : new(Health.Bearable, DoctorWords.ClockOff, seconds);
    }

    private static async Task<Joined?> Session(HubApi api, CancellationToken stop)
    {
        try
        {
            return await api.Me(stop);
        }
        catch (HubProblemException problem) when (problem.Code == ErrorCodes.NotSignedIn.Id)
        {
            return null;
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever fails is the finding.")]
    private async IAsyncEnumerable<Finding> Link(WireFormat format, [EnumeratorCancellation] CancellationToken stop)
    {
        var linked = new TaskCompletionSource<LinkState>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var client = ReceptionClient.Connect(
            new() { Hub = hub, Token = token(), Certificate = certificate, Format = format, Reach = "screen", Time = time },
            one => one.LinkChanged += link => linked.TrySetResult(link));
        Exception? failed = null;
        var state = LinkState.None;
        try
        {
            await client.Ready(stop).WaitAsync(Patience, time, stop);
            state = await linked.Task.WaitAsync(Patience, time, stop);
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            failed = client.LastError ?? broken;
        }

        var why = (failed ?? client.LastError)?.GetBaseException().Message ?? "";
        if (failed is not null)
        {
            yield return new(Health.Ill, format == WireFormat.MessagePack ? DoctorWords.NoLink : DoctorWords.NoFormat, format == WireFormat.MessagePack ? [why] : [format, why]);
            yield break;
        }

        if (state == LinkState.Polling)
        {
            yield return format == WireFormat.MessagePack
                ? new(Health.Bearable, DoctorWords.OnlyPolling, why)
                : new(Health.Well, DoctorWords.Format, format);
            yield break;
        }

        if (format == WireFormat.MessagePack)
        {
            yield return new(Health.Well, DoctorWords.Socket);
            if (client.Time.Pace > 1)
            {
                yield return new(Health.Well, DoctorWords.Pace, client.Time.Pace.ToString("0.##", CultureInfo.InvariantCulture));
            }
        }

        yield return new(Health.Well, DoctorWords.Format, format);
        if (format == WireFormat.MessagePack)
        {
            yield return await Latency(client, stop);
        }
    }

    private static async Task<Finding> Latency(ReceptionClient client, CancellationToken stop)
    {
        var trips = new List<TimeSpan>();
        for (var trip = 0; trip < Trips; trip++)
        {
            if (await client.RoundTrip(stop) is { } took)
            {
                trips.Add(took);
            }
        }

        trips.Sort();
        var (median, longest) = trips.Count == 0 ? (TimeSpan.Zero, TimeSpan.Zero) : (trips[trips.Count / 2], trips[^1]);
        return new(median < SlowFrom ? Health.Well : Health.Bearable, median < SlowFrom ? DoctorWords.Latency : DoctorWords.Slow, Ms(median), Ms(longest));
    }

    private static string Ms(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}
