using Reception.Hub.Storage;

namespace Reception.Hub.Venues;

/// <summary>
/// One append whose outcome is known in the end: when the store cannot say, the same append is sent again. Ghost and retry cannot both win,
/// since both want the same number after the same mark (F11).
/// </summary>
internal sealed partial class SureAppend(IVenueStore store, StoreHealth health, TimeProvider host, ILogger log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <param name="hold">For the first try; what it leaves unknown is settled as any other append.</param>
    public async Task<AppendResult> Append(AppendRequest request, IVenueHold? hold, CancellationToken stop)
    {
        var pause = FirstPause;
        for (var unknown = false; ;)
        {
            try
            {
                // Not cancelled half way: who asks the store to write waits for what it says.
                return hold is null
                    ? (await health.Watch(() => store.Append([request], CancellationToken.None)))[0]
                    : await health.Watch(() => hold.Append(request));
            }
            catch (StoreException cause) when (cause.Failure == StoreFailure.Unknown || (unknown && cause.Failure == StoreFailure.Unavailable))
            {
                unknown = true;
                await Release(hold);
                hold = null;
                Log.Unknown(log, cause, request.Venue, request.Entries[0].Seq);
            }

            await Task.Delay(pause, host, stop);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>It would stand in the way of the next try.</summary>
    private static ValueTask Release(IVenueHold? hold) => hold?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1109, LogLevel.Warning, "Venue {Venue}: the outcome of the append from {Seq} on is not known; sent again")]
        public static partial void Unknown(ILogger log, Exception cause, string venue, long seq);
    }
}
