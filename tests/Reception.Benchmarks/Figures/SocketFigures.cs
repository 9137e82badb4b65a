using Reception.Benchmarks.Load;

namespace Reception.Benchmarks.Figures;

/// <summary>What a device sees: how fast an answer comes, how much is delivered. Ours and the hub of ten lines take turns.</summary>
internal static class SocketFigures
{
    private const int Devices = 40;
    private const int PerSecond = 200;
    private const int Senders = Devices;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Figure>> Measure(string folder, int rounds, CancellationToken stop)
    {
        await using var ours = await ReceptionContender.Start(Directory.CreateDirectory(Path.Combine(folder, "ours")).FullName, stop);
        await using var plain = await PlainContender.Start(folder, stop);
        var sides = new[] { await Side.Connect(ours, stop), await Side.Connect(plain, stop) };
        for (var round = -1; round < rounds; round++)
        {
            // Whoever begins has the quieter machine: they take turns.
            foreach (var side in round % 2 == 0 ? sides : sides.Reverse())
            {
                await side.Play(round < 0, stop);
            }
        }

        var (a, b) = (sides[0], sides[1]);
        foreach (var side in sides)
        {
            await side.DisposeAsync();
        }

        return
        [
            new($"accepted, p50 at {PerSecond}/s, {Devices} devices", "ms", a.P50, b.P50, "≤ 1.6 ×"),
            new($"accepted, p99 at {PerSecond}/s, {Devices} devices", "ms", a.P99, b.P99),
            new($"deliveries a second, fan-out {Devices}", "1/s", a.Deliveries, b.Deliveries, "≥ 0.8 ×"),
        ];
    }

    private sealed class Side(IReadOnlyList<ISeat> seats) : IAsyncDisposable
    {
        public List<double> P50 { get; } = [];

        public List<double> P99 { get; } = [];

        public List<double> Deliveries { get; } = [];

        public static async Task<Side> Connect(IContender contender, CancellationToken stop)
        {
            var seats = new List<ISeat>();
            for (var i = 0; i < Devices; i++)
            {
                seats.Add(await contender.Connect(stop));
            }

            return new(seats);
        }

        public async Task Play(bool warmUp, CancellationToken stop)
        {
            var latencies = await OpenLoop.Run(seats, PerSecond, warmUp ? WarmUp : Round, stop);
            var deliveries = await ClosedLoop.Run(seats, Senders, warmUp ? WarmUp : Round, stop);
            if (!warmUp)
            {
                P50.Add(latencies.GetValueAtPercentile(50) / 1000.0);
                P99.Add(latencies.GetValueAtPercentile(99) / 1000.0);
                Deliveries.Add(deliveries);
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var seat in seats)
            {
                await seat.DisposeAsync();
            }
        }
    }
}
