using System.Globalization;

namespace Reception.Chaos.Running;

/// <summary>Where a hub sits: its folder, address and pace stay the same however often the process dies.</summary>
/// <param name="Folder">For the data and the logs of each process.</param>
internal sealed record HubSeat(string Folder, int Port, double Clock)
{
    private int _processes;

    /// <summary>Options beside those of a single hub: where store and backplane are.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    public Uri Url => new($"http://127.0.0.1:{Port}/");

    public string Data => Path.Combine(Folder, "data");

    /// <summary>Starts a process and waits until it says it is ready.</summary>
    /// <param name="under">A program and its options to run it under, such as strace.</param>
    public async Task<HubProcess> Start(CancellationToken stop, params IReadOnlyList<string> under)
    {
        string[] line =
        [
            .. under, "dotnet", Built.Hub, "--demo", "--crew", "off",
            "--clock", Clock.ToString(CultureInfo.InvariantCulture), "--data", Data, "--urls", Url.GetLeftPart(UriPartial.Authority), .. More,
        ];
        var log = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"hub-{++_processes}.log"));
        var hub = HubProcess.Begin(line, Folder, log);
        try
        {
            await hub.Ready(Url, stop);
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }
}
