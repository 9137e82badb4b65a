using System.Collections.Concurrent;
using System.Globalization;

namespace Reception.Chaos.Run;

/// <summary>Lets faults happen one after another and at most two at once, as the seed draws them, until it is told to stop; then all is whole.</summary>
internal sealed class Misfortune(IReadOnlyList<Fault> faults, int seed, string logFile)
{
    private readonly ConcurrentDictionary<string, bool> _broken = new();
    private readonly ConcurrentDictionary<string, int> _kinds = new();
    private readonly Lock _writing = new();
    private int _happened;

    public int Happened => _happened;

    public IReadOnlyDictionary<string, int> Kinds => _kinds;

    public Task Run(CancellationToken over, CancellationToken giveUp) => Task.WhenAll(Hand(0, over, giveUp), Hand(1, over, giveUp));

    private async Task Hand(int number, CancellationToken over, CancellationToken giveUp)
    {
        var chance = new Random((seed * 2) + number);
        while (true)
        {
            try
            {
                await Task.Delay(TimeSpan.FromSeconds(0.5 + (chance.NextDouble() * 3)), over);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            var fault = faults[chance.Next(faults.Count)];
            var lasts = TimeSpan.FromSeconds(fault.Shortest + (chance.NextDouble() * (fault.Longest - fault.Shortest)));
            if (_broken.TryAdd(fault.On, true))
            {
                await Let(fault, lasts, over, giveUp);
                _broken.TryRemove(fault.On, out _);
            }
        }
    }

    private async Task Let(Fault fault, TimeSpan lasts, CancellationToken over, CancellationToken giveUp)
    {
        Write(string.Create(CultureInfo.InvariantCulture, $"{fault.On}: {fault.Name} for {lasts.TotalSeconds:0.0} s"));
        await fault.Begin(giveUp);
        await Task.Delay(lasts, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await fault.Mend(giveUp);
        Write($"{fault.On}: whole again");
        Interlocked.Increment(ref _happened);
        _kinds.AddOrUpdate(Kind(fault), 1, (_, times) => times + 1);
    }

    private static string Kind(Fault fault) => System.Text.RegularExpressions.Regex.Replace($"{fault.On} {fault.Name}", @"node-\d+", "a node");

    private void Write(string line)
    {
        lock (_writing)
        {
            File.AppendAllText(logFile, string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.UtcNow:HH:mm:ss.fff} {line}{Environment.NewLine}"));
        }
    }
}
