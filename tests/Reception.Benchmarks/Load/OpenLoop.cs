using System.Diagnostics;
using HdrHistogram;

namespace Reception.Benchmarks.Load;

/// <summary>
/// So many commands a second, whether or not the hub keeps up: people do not wait for each other. A command that finds its seat busy
/// waits, and its waiting counts (no coordinated omission).
/// </summary>
internal static class OpenLoop
{
    private const long Longest = 60_000_000;

    /// <returns>Microseconds from when it was to be sent to its answer.</returns>
    public static async Task<LongHistogram> Run(IReadOnlyList<ISeat> seats, int perSecond, TimeSpan time, CancellationToken stop)
    {
        var histogram = new LongHistogram(1, Longest, 3);
        var busy = seats.ToDictionary(seat => seat, _ => Task.CompletedTask);
        var began = Stopwatch.GetTimestamp();
        var total = (int)(perSecond * time.TotalSeconds);
        for (var i = 0; i < total; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond);
            var early = due - Stopwatch.GetElapsedTime(began);
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early, stop);
            }

            var seat = seats[i % seats.Count];
            busy[seat] = Measure(busy[seat], seat, Stopwatch.GetTimestamp());
        }

        await Task.WhenAll(busy.Values);
        return histogram;

        async Task Measure(Task before, ISeat seat, long sent)
        {
            await before;
            await seat.Send(stop);
            var took = (long)Stopwatch.GetElapsedTime(sent).TotalMicroseconds;
            lock (histogram)
            {
                histogram.RecordValue(Math.Clamp(took, 1, Longest));
            }
        }
    }
}
