using Reception.Contracts;
using Reception.Domain;

namespace Reception.Hub.Venues;

/// <summary>A command on its way through the writer. It is told its outcome once; who waits for it may have gone.</summary>
/// <param name="digest">HMAC of what was asked; null for the hub's own work.</param>
internal sealed class Waiting(Intent intent, byte[]? digest)
{
    // The writer must not run what its callers do next.
    private readonly TaskCompletionSource<Outcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Intent Intent { get; } = intent;

    public byte[]? Digest { get; } = digest;

    /// <summary>Null for the hub's own work.</summary>
    public string? Id { get; } = intent.Id?.Value;

    public Task<Outcome> Outcome => _outcome.Task;

    /// <summary>Nobody waits any more: what has not been decided yet need not be.</summary>
    public bool Abandoned { get; private set; }

    public void Abandon() => Abandoned = true;

    public void Tell(Outcome outcome) => _outcome.TrySetResult(outcome);
}

/// <summary>What became of a command.</summary>
internal abstract record Outcome
{
    /// <summary>It has its entry: now, or since it was first sent.</summary>
    public sealed record Entered(FirstAnswer Answer, VenueMoment Moment) : Outcome;

    /// <summary>Hub's own work with nothing to do.</summary>
    public sealed record Nothing : Outcome;

    /// <summary>No entry.</summary>
    public sealed record Failed(ErrorCode Code) : Outcome;
}
