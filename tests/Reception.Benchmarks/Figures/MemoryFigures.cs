using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Reception.Benchmarks.Venues;
using Reception.Hub.Realtime;

namespace Reception.Benchmarks.Figures;

/// <summary>What one more venue costs a node that holds it: state, marks, first answers, views and the encoded snapshot of both streams.</summary>
internal static class MemoryFigures
{
    private const int Venues = 8;

    /// <summary>Bytes hardly differ from one time to the next.</summary>
    private const int MostRounds = 3;

    public static async Task<IReadOnlyList<Figure>> Measure(string folder, int rounds, CancellationToken stop)
    {
        var (full, quiet) = (new List<double>(), new List<double>());
        for (var round = 0; round < Math.Min(rounds, MostRounds); round++)
        {
            full.Add(await OfOne(Path.Combine(folder, $"memory-full-{round}"), 40, 300, stop));
            quiet.Add(await OfOne(Path.Combine(folder, $"memory-quiet-{round}"), 12, 30, stop));
        }

        return [new("memory of an active venue (300 guests, 40 positions; beside: 30, 12)", "MB", full, quiet)];
    }

    private static async Task<double> OfOne(string data, int positions, int guests, CancellationToken stop)
    {
        // One library: its playbooks are shared by all venues of a node.
        var filled = Enumerable.Range(0, Venues + 1)
            .Select(number => BusyVenue.With(string.Create(CultureInfo.InvariantCulture, $"venue-{number}"), positions, guests)).ToList();
        await using var hub = await InProcess.Start(
            data, filled[0], async store =>
            {
                foreach (var venue in filled)
                {
                    await venue.Write(store, stop);
                }
            }, stop);
        var (first, others) = (filled[0].State.Venue, filled.Skip(1).Select(venue => venue.State.Venue).ToList());
        filled.Clear();
        await Hold(hub, first, stop);
        var before = Collected();
        foreach (var venue in others)
        {
            await Hold(hub, venue, stop);
        }

        return (Collected() - before) / 1024.0 / 1024.0 / Venues;
    }

    /// <summary>As a connection would: the venue is awake, has a stream, and somebody has asked for the whole.</summary>
    private static async Task Hold(InProcess hub, string venue, CancellationToken stop)
    {
        var feed = await hub.Services.GetRequiredService<Feeds>().Open(venue, stop);
        _ = feed.Current.Whole(forDesk: false).Json;
        _ = feed.Current.Whole(forDesk: true).Json;
    }

    private static long Collected()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
