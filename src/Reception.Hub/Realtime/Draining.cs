using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Reception.Hub.Realtime;

/// <summary>A node that goes down says so first, and sends its clients away spread over a few seconds so that they do not arrive elsewhere all at once.</summary>
internal sealed class Draining(Feeds feeds, IHostApplicationLifetime lifetime, TimeProvider host, IOptions<RealtimeOptions> options) : IHostedService, IDisposable
{
    private const int SpreadMs = 3000;

    private CancellationTokenRegistration _stopping;

    // Registered after SignalR's own, therefore run before it closes the sockets.
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => _stopping = lifetime.ApplicationStopping.Register(Leave));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private void Leave()
    {
        var leaving = feeds.All.SelectMany(feed => feed.Lines).Select(line => line.End(new("moving", RandomNumberGenerator.GetInt32(SpreadMs))));
        // Stopping does not wait for tasks; what is not said within the send timeout is not said.
        Task.WhenAll(leaving).WaitAsync(options.Value.SendTimeout, host).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
    }
}
