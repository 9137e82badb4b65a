using System.Diagnostics;
using System.Globalization;
using HdrHistogram;
using Reception.Benchmarks.Venues;
using Reception.Contracts;
using Reception.Hub.Identity;
using Reception.Hub.Venues;

namespace Reception.Benchmarks.Figures;

/// <summary>A command must not cost more because much has happened before: one after the other through writer and store, on a long log and on a short one.</summary>
internal static class LogFigures
{
    private const int Long = 100_000;
    private const int Short = 1_000;
    private const int Commands = 300;

    public static async Task<IReadOnlyList<Figure>> Measure(string folder, int rounds, CancellationToken stop)
    {
        var sides = new[] { await Side.Start(folder, "long-log", Long, stop), await Side.Start(folder, "short-log", Short, stop) };
        try
        {
            for (var round = -1; round < rounds; round++)
            {
                foreach (var side in round % 2 == 0 ? sides : sides.Reverse())
                {
                    await side.Play(round < 0, stop);
                }
            }

            var (longer, shorter) = (sides[0], sides[1]);
            return
            [
                new("a command at 100 000 entries, p50 (beside: at 1 000)", "µs", longer.P50, shorter.P50, "the same"),
                new("waking a venue of 100 000 entries (beside: 1 000)", "ms", [longer.Wake], [shorter.Wake]),
            ];
        }
        finally
        {
            foreach (var side in sides)
            {
                await side.DisposeAsync();
            }
        }
    }

    private sealed class Side(InProcess hub, LiveVenue venue, double wake) : IAsyncDisposable
    {
        private static readonly Dictionary<string, string> Args = new() { ["positions"] = "parking-valet" };

        private readonly SessionIdentity _who = new(BusyVenue.Session, venue.Id, new(BusyVenue.Valet), new("device-" + BusyVenue.Valet), Desk: false);
        private int _number;

        public List<double> P50 { get; } = [];

        public double Wake { get; } = wake;

        public static async Task<Side> Start(string folder, string name, int entries, CancellationToken stop)
        {
            var data = Path.Combine(folder, name);
            var filled = BusyVenue.With(name, 12, 0).GrowTo(entries);
            await using (await InProcess.Start(data, filled, store => filled.Write(store, stop), stop))
            {
                // It writes its snapshot when it is put down, as every venue has one after a day.
            }

            var begun = Stopwatch.GetTimestamp();
            var hub = await InProcess.Start(data, filled, _ => Task.CompletedTask, stop);
            var wake = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            return new(hub, await hub.Venues.Get(name, stop), wake);
        }

        public async Task Play(bool warmUp, CancellationToken stop)
        {
            var histogram = new LongHistogram(1, 60_000_000, 3);
            for (var i = 0; i < Commands; i++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"measured-{++_number:00000000}");
                var at = venue.Current.State.At.ToUnixTimeMilliseconds();
                var begun = Stopwatch.GetTimestamp();
                var answer = await venue.Do(_who, new Command(id, Kinds.DutyStart, at, Args), stop);
                histogram.RecordValue(Math.Max(1, (long)Stopwatch.GetElapsedTime(begun).TotalMicroseconds));
                if (!answer.Ok)
                {
                    throw new InvalidOperationException($"It was refused: {answer}");
                }
            }

            if (!warmUp)
            {
                P50.Add(histogram.GetValueAtPercentile(50));
            }
        }

        public ValueTask DisposeAsync() => hub.DisposeAsync();
    }
}
