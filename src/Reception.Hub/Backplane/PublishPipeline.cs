using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using StackExchange.Redis;

namespace Reception.Hub.Backplane;

/// <summary>How long a message may take, how often it is tried, when it is not tried any more (F07).</summary>
internal static class PublishPipeline
{
    // A message that is a second old tells nothing: every node has looked at the heads since.
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Sample = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(1);
    private const int Fewest = 4;

    public static ResiliencePipeline Make(TimeProvider host) => new ResiliencePipelineBuilder { TimeProvider = host }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 1, Delay = Pause, UseJitter = true,
            ShouldHandle = new PredicateBuilder().Handle<RedisConnectionException>(),
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5, MinimumThroughput = Fewest, SamplingDuration = Sample, BreakDuration = Break,
            ShouldHandle = new PredicateBuilder().Handle<Exception>(IsRedisAway),
        })
        .AddTimeout(Within)
        .Build();

    public static bool IsRedisAway(Exception cause) =>
        cause is RedisException or TimeoutException or TimeoutRejectedException or BrokenCircuitException or ObjectDisposedException;
}
