using System.Diagnostics;
using Reception.Benchmarks.Venues;
using Reception.Domain;
using Reception.Domain.Venues;
using Reception.Hub.Realtime;
using Reception.Hub.Venues;
using Reception.Hub.Views;

namespace Reception.Benchmarks.Figures;

/// <summary>What a command costs the processor: decide, fold, the views of the next moment, and its bytes. A full house beside a quiet one.</summary>
internal static class DecisionFigures
{
    private const int Commands = 1000;

    public static IReadOnlyList<Figure> Measure(int rounds, CancellationToken stop)
    {
        var sides = new[] { new Side(BusyVenue.With("full-house", 40, 300)), new Side(BusyVenue.With("quiet-house", 12, 30)) };
        for (var round = -1; round < rounds; round++)
        {
            foreach (var side in round % 2 == 0 ? sides : sides.Reverse())
            {
                stop.ThrowIfCancellationRequested();
                side.Play(round < 0);
            }
        }

        var (full, quiet) = (sides[0], sides[1]);
        return
        [
            Figure("decide", "µs", side => side.Decide),
            Figure("fold", "µs", side => side.Fold),
            Figure("views of the next moment", "µs", side => side.Views),
            Figure("decide + fold + views, allocated", "KB", side => side.Kilobytes),
        ];

        Figure Figure(string name, string unit, Func<Side, List<double>> of) =>
            new($"{name}, a command (300 guests, 40 positions; beside: 30, 12)", unit, of(full), of(quiet));
    }

    /// <summary>A call to a colleague, and it is taken: half the commands are the one, half the other.</summary>
    private sealed class Side(BusyVenue venue)
    {
        private readonly Editions _editions = new(() => new ViewTime(DateTimeOffset.UnixEpoch, 1));
        private VenueMoment _moment = venue.Moment;
        private Edition? _edition;
        private DateTimeOffset _now = venue.Now;
        private AlertId? _open;
        private int _number;

        public List<double> Decide { get; } = [];

        public List<double> Fold { get; } = [];

        public List<double> Views { get; } = [];

        public List<double> Kilobytes { get; } = [];

        public void Play(bool warmUp)
        {
            _edition ??= _editions.First(_moment);
            var (decide, fold, views) = (new long[Commands], new long[Commands], new long[Commands]);
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Commands; i++)
            {
                var intent = Next();
                var begun = Stopwatch.GetTimestamp();
                var decision = Decider.Decide(_moment.State, intent, _now, _moment.Library);
                var decided = Stopwatch.GetTimestamp();
                var entry = Decider.Entry(_moment.State, intent, decision, _now);
                var state = Folder.Fold(_moment.State, entry);
                var folded = Stopwatch.GetTimestamp();
                _moment = _moment with { State = state };
                _edition = _editions.Next(_edition, _moment, replaced: false);
                var viewed = Stopwatch.GetTimestamp();
                (decide[i], fold[i], views[i]) = (decided - begun, folded - decided, viewed - folded);
                _open = entry.Events.OfType<Domain.Alerts.AlertEvents.AlertRaised>().FirstOrDefault()?.Alert;
                if (decision.Refusal is { } refusal)
                {
                    throw new InvalidOperationException($"{intent.Command} was refused: {refusal}");
                }
            }

            if (!warmUp)
            {
                Kilobytes.Add((GC.GetAllocatedBytesForCurrentThread() - bytes) / 1024.0 / Commands);
                Decide.Add(Median(decide));
                Fold.Add(Median(fold));
                Views.Add(Median(views));
            }
        }

        private Intent Next()
        {
            _now += TimeSpan.FromMilliseconds(50);
            var id = new Key($"round-{++_number}");
            return _open is { } alert
                ? new(id, new(BusyVenue.Host), new("device"), new Command.Acknowledge(alert, null), _now)
                : new(id, new(BusyVenue.Valet), new("device"), new Command.Raise("guest-asks", false, [new(BusyVenue.HostPosition)], null, null, null), _now);
        }

        /// <summary>Not the mean: a command during which the machine did something else says nothing.</summary>
        private static double Median(long[] ticks)
        {
            Array.Sort(ticks);
            return Stopwatch.GetElapsedTime(0, ticks[ticks.Length / 2]).TotalMicroseconds;
        }
    }
}
