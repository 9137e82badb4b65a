using System.Diagnostics;

namespace Reception.Benchmarks.Load;

/// <summary>As fast as it goes: some seats send without a pause, all seats receive.</summary>
internal static class ClosedLoop
{
    /// <returns>Deliveries a second: commands whose outcome reached a seat, summed over the seats.</returns>
    public static async Task<double> Run(IReadOnlyList<ISeat> seats, int senders, TimeSpan time, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var before = seats.Sum(seat => seat.Delivered);
        var began = Stopwatch.GetTimestamp();
        var sending = seats.Take(senders).Select(seat => Send(seat, over.Token)).ToList();
        await Task.Delay(time, stop);
        var delivered = seats.Sum(seat => seat.Delivered) - before;
        var took = Stopwatch.GetElapsedTime(began);
        await over.CancelAsync();
        await Task.WhenAll(sending);
        return delivered / took.TotalSeconds;

        async Task Send(ISeat seat, CancellationToken end)
        {
            while (!end.IsCancellationRequested)
            {
                // The last one is not cut short: its answer belongs to the next round's quiet.
                await seat.Send(stop);
            }
        }
    }
}
