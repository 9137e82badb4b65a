using Reception.Hub.Venues;

namespace Reception.Hub.Diagnostics;

/// <summary>Whether this node should get traffic, and if not, why: sentences for an operator.</summary>
internal sealed class Readiness(VenueClock clock, IHostApplicationLifetime lifetime)
{
    private volatile string? _starting = "the hub is starting";

    public void Started() => _starting = null;

    public IReadOnlyList<string> Reasons() =>
    [
        .. new[]
        {
            _starting,
            lifetime.ApplicationStopping.IsCancellationRequested ? "the hub is stopping" : null,
            _starting is null ? clock.Unsure : null,
        }.OfType<string>(),
    ];
}

/// <summary><c>GET /healthz/ready</c>.</summary>
/// <param name="Limits">What is slower than it should be, though this node does all its work.</param>
internal sealed record ReadyAnswer(bool Ready, IReadOnlyList<string> Reasons, IReadOnlyList<string> Limits);
