namespace Reception.Hub.Tests.Infrastructure;

/// <summary>Host time that can be put forward; it runs on as usual.</summary>
internal sealed class HostTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(Ahead.TotalSeconds * TimestampFrequency);
}
