using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Contract = Reception.Contracts.Command;

namespace Reception.Benchmarks.Plain;

/// <summary>What anybody writes in ten lines: a command in, everybody told, nothing kept. What our hub adds is measured against it.</summary>
internal sealed class PlainHub : Microsoft.AspNetCore.SignalR.Hub
{
    private static long s_number;

    public async Task<long> Do(Contract command)
    {
        var number = Interlocked.Increment(ref s_number);
        await Clients.All.SendAsync("Changes", number, command);
        return number;
    }
}

/// <summary>That hub as a process of its own, as ours is one: <c>plain --port N</c>.</summary>
internal static class PlainHost
{
    public static Command Command()
    {
        var port = new Option<int>("--port") { Required = true };
        var command = new Command("plain", "The hub that ours is compared with, until it is told to stop.") { port };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(port), stop));
        return command;
    }

    private static async Task Run(int port, CancellationToken stop)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR().AddMessagePackProtocol();
        await using var app = builder.Build();
        app.Urls.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        app.MapHub<PlainHub>("/hub");
        app.MapGet("/healthz/ready", () => "ready");
        await app.StartAsync(stop);
        await app.WaitForShutdownAsync(stop);
    }
}
