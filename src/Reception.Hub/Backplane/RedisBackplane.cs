using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Polly;
using Reception.Hub.Cards;
using Reception.Hub.Diagnostics;
using Reception.Hub.Storage;
using Reception.Hub.Venues;
using StackExchange.Redis;

namespace Reception.Hub.Backplane;

/// <summary>
/// Redis publish/subscribe between nodes: one subscription per node and shard. It only makes faster what the look at the heads does anyway,
/// so nothing waits for it, nothing fails with it, and a message that does not arrive is made up for from the store.
/// </summary>
internal sealed partial class RedisBackplane(
    LiveVenues venues, IKeyStore keys, Limits limits, TimeProvider host, IOptions<BackplaneOptions> options, ILogger<RedisBackplane> log) : BackgroundService
{
    // More than a second of a busy node; what is older than that the other nodes have read from the store.
    private const int Waiting = 1024;
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    private readonly Channel<Announcement> _outbox = Channel.CreateBounded<Announcement>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly Shards _shards = new(keys.Installation);
    private readonly ResiliencePipeline _pipeline = PublishPipeline.Make(host);
    private volatile bool _refused;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.IsNullOrWhiteSpace(options.Value.Connection))
        {
            return;
        }

        venues.Wrote += Announce;
        try
        {
            await using var redis = await Connect(options.Value.Connection);
            await Task.WhenAll(Publish(redis, stoppingToken), Watch(redis, stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
        finally
        {
            venues.Wrote -= Announce;
        }
    }

    // Never waits: the user's command is answered whether Redis lives or not.
    private void Announce(string venue, IReadOnlyList<StoredEntry> entries) => _outbox.Writer.TryWrite(Announcement.Of(venue, entries));

    private async Task<ConnectionMultiplexer> Connect(string connection)
    {
        var redis = await ConnectionMultiplexer.ConnectAsync(RedisAddress.Parse(connection));
        redis.ConnectionFailed += (_, failed) => _refused = RedisAddress.IsRefused(failed);
        redis.ConnectionRestored += (_, _) => _refused = false;
        foreach (var shard in _shards.All)
        {
            // Kept by the client, and taken up again whenever the connection comes back.
            await redis.GetSubscriber().SubscribeAsync(shard, (_, message) => Hear(message), CommandFlags.FireAndForget);
        }

        return redis;
    }

    private void Hear(RedisValue message)
    {
        if (Announcement.Read(message) is { } told)
        {
            venues.IfAwake(told.Venue)?.EndsAt(told.To, Mark.Of(told.Mark), told.Entries);
        }
        else
        {
            Log.NotOurs(log);
        }
    }

    private async Task Publish(ConnectionMultiplexer redis, CancellationToken stop)
    {
        var publisher = redis.GetSubscriber();
        await foreach (var told in _outbox.Reader.ReadAllAsync(stop))
        {
            try
            {
                await _pipeline.ExecuteAsync(
                    async cancel => await publisher.PublishAsync(_shards.Of(told.Venue), told.ToBytes()).WaitAsync(cancel), stop);
            }
            catch (Exception cause) when (PublishPipeline.IsRedisAway(cause))
            {
                // The others look at the heads.
                Amber(RedisAddress.Explain(_refused || RedisAddress.IsRefused(cause), redis.Configuration));
            }
        }
    }

    /// <summary>Says once when it goes and once when it is back, also while nobody publishes.</summary>
    private async Task Watch(ConnectionMultiplexer redis, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await redis.GetSubscriber().PingAsync().WaitAsync(Again, host, stop);
                if (limits.Tell(null))
                {
                    Log.Back(log);
                }
            }
            catch (Exception cause) when (PublishPipeline.IsRedisAway(cause))
            {
                Amber(RedisAddress.Explain(_refused || RedisAddress.IsRefused(cause), redis.Configuration));
            }

            await Task.Delay(Again, host, stop);
        }
    }

    private void Amber(string sentence)
    {
        if (limits.Tell(sentence))
        {
            Log.Away(log, sentence);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1401, LogLevel.Warning, "{Sentence}")]
        public static partial void Away(ILogger log, string sentence);

        [LoggerMessage(1402, LogLevel.Information, "Redis answers again")]
        public static partial void Back(ILogger log);

        [LoggerMessage(1403, LogLevel.Warning, "A message on the backplane is not one of ours, or of a later version; it was left alone")]
        public static partial void NotOurs(ILogger log);
    }
}
