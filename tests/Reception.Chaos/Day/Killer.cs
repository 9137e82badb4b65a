using Reception.Chaos.Running;

namespace Reception.Chaos.Day;

/// <summary>When the hub was dead, in host time.</summary>
internal sealed record Death(DateTimeOffset Killed, DateTimeOffset Ready);

/// <summary>Keeps a hub on its seat, and kills it without warning at moments drawn from the seed.</summary>
internal sealed class Killer(HubSeat seat, HubProcess first, int seed) : IAsyncDisposable
{
    // Shorter than a client's longest pause between tries, so that some kills meet devices that are still on their way back.
    private const double ShortestLife = 0.3;
    private const double LongestLife = 6;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    private readonly Random _chance = new(seed);
    private readonly List<Death> _deaths = [];

    public HubProcess Hub { get; private set; } = first;

    public IReadOnlyList<Death> Deaths => _deaths;

    /// <summary>From the first guest on kills so often, or until <paramref name="stop"/>; the hub lives afterwards.</summary>
    public async Task Kill(int times, CancellationToken stop, CancellationToken giveUp)
    {
        // While everybody signs in nobody has a device yet that comes back by itself.
        while (!stop.IsCancellationRequested && !StoredLog.Read(seat.Data).Any(log => log.Rows.Any(row => row.Events.Contains("journey-opened"))))
        {
            await Task.WhenAny(Task.Delay(LookEvery, stop));
        }

        for (var i = 0; i < times; i++)
        {
            var life = TimeSpan.FromSeconds(ShortestLife + (_chance.NextDouble() * (LongestLife - ShortestLife)));
            try
            {
                await Task.Delay(life, stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            var killed = DateTimeOffset.UtcNow;
            await Hub.Kill();
            await Hub.DisposeAsync();
            Hub = await seat.Start(giveUp);
            _deaths.Add(new(killed, DateTimeOffset.UtcNow));
            Console.WriteLine($"killed after {life.TotalSeconds:0.0} s, ready again {Hub.TookToStart.TotalSeconds:0.0} s after its start");
        }
    }

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
