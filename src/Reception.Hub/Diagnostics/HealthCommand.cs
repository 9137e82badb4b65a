using System.CommandLine;
using System.Net;

namespace Reception.Hub.Diagnostics;

/// <summary><c>health</c>: asks a running hub whether it is ready. For a container's own check: its image has no other program that could ask.</summary>
internal static class HealthCommand
{
    private const int Ready = 0;
    private const int NotReady = 1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Make()
    {
        var url = new Option<string>("--url") { Description = "Where the hub listens.", DefaultValueFactory = _ => StartOptions.DefaultUrls };
        var command = new Command("health", "Asks a running hub whether it is ready; exit code 0 when it is, 1 when it is not.") { url };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(url)!, parsed.InvocationConfiguration.Output, stop));
        return command;
    }

    public static async Task<int> Run(string url, TextWriter output, CancellationToken stop)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var hub))
        {
            throw new StartRefusedException($"--url {url} is no address. Write for example {StartOptions.DefaultUrls}.");
        }

        using var http = new HttpClient { BaseAddress = hub, Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync("/healthz/ready", stop);
            await output.WriteLineAsync(await answer.Content.ReadAsStringAsync(stop));
            return answer.StatusCode == HttpStatusCode.OK ? Ready : NotReady;
        }
        catch (Exception cause) when (cause is HttpRequestException or TaskCanceledException)
        {
            await output.WriteLineAsync($"{hub} does not answer: {cause.Message}");
            return NotReady;
        }
    }
}
