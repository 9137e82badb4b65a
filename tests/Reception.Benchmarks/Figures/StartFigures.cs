using System.Globalization;
using Reception.Benchmarks.Load;
using Reception.Chaos;
using Reception.Chaos.Processes;
using Reception.Chaos.Running;

namespace Reception.Benchmarks.Figures;

/// <summary>From exec to the first ready answer: a published build on a new folder and on the same one again, beside the hub of ten lines.</summary>
internal static class StartFigures
{
    private static readonly TimeSpan PublishLimit = TimeSpan.FromMinutes(10);

    public static async Task<IReadOnlyList<Figure>> Measure(string folder, int rounds, CancellationToken stop)
    {
        var program = await Publish(Path.Combine(folder, "published"), stop);
        var (fresh, again, plain) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -1; round < rounds; round++)
        {
            var data = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"start-{round + 1}"));
            var first = await Start(program, data, stop);
            var second = await Start(program, data, stop);
            var third = await StartPlain(folder, stop);
            if (round >= 0)
            {
                fresh.Add(first);
                again.Add(second);
                plain.Add(third);
            }
        }

        return
        [
            new("exec to ready, published, new folder", "ms", fresh, plain),
            new("exec to ready, published, used folder", "ms", again, plain),
        ];
    }

    private static async Task<string> Publish(string folder, CancellationToken stop)
    {
        var outcome = await Child.Run(
            "dotnet", ["publish", "src/Reception.Hub", "-c", "Release", "-p:BuildClient=false", "-p:RunAnalyzers=false", "-v", "quiet", "-nologo", "-o", folder],
            Repository.Root, PublishLimit, stop);
        return outcome.Good ? Path.Combine(folder, "Reception.Hub.dll") : throw new InvalidOperationException($"The hub was not published:{Environment.NewLine}{outcome.Tail(10)}");
    }

    private static async Task<double> Start(string program, string data, CancellationToken stop)
    {
        Directory.CreateDirectory(data);
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Ports.Free()}/"));
        await using var hub = HubProcess.Begin(
            ["dotnet", program, "--demo", "--crew", "off", "--data", Path.Combine(data, "data"), "--urls", url.GetLeftPart(UriPartial.Authority)],
            data, Path.Combine(data, "hub.log"));
        await hub.Ready(url, stop);
        await hub.Stop(stop);
        return hub.TookToStart.TotalMilliseconds;
    }

    private static async Task<double> StartPlain(string folder, CancellationToken stop)
    {
        await using var plain = await PlainContender.Start(folder, stop);
        return plain.TookToStart.TotalMilliseconds;
    }
}
