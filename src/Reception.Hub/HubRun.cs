using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Reception.Hub.Demo;
using Reception.Hub.Identity;

namespace Reception.Hub;

/// <summary>One run of the process, from the options to the exit code.</summary>
internal static class HubRun
{
    /// <summary>Exit code of a start that was refused in words.</summary>
    public const int Refused = 2;

    public static async Task<int> Run(StartOptions options)
    {
        if (options.Wrong() is { } wrong)
        {
            return await Refuse(wrong);
        }

        // A demo that nobody has asked to keep leaves nothing behind.
        var passing = options is { Demo: true, Data: null } ? Directory.CreateTempSubdirectory("reception-demo-") : null;
        try
        {
            return await Serve(passing is null ? options : options with { Data = passing.FullName });
        }
        finally
        {
            passing?.Delete(recursive: true);
        }
    }

    private static async Task<int> Serve(StartOptions options)
    {
        try
        {
            await using var app = HubHost.Build(options);
            await HubStart.Run(app, CancellationToken.None);
            if (options.Demo)
            {
                await DemoLinks.Print(app.Services, [.. app.Urls], Console.Out, CancellationToken.None);
            }
            else
            {
                await FirstCode.Print(app.Services, Console.Out, CancellationToken.None);
            }

            await app.WaitForShutdownAsync();
            return Environment.ExitCode;
        }
        catch (OptionsValidationException cause)
        {
            throw new StartRefusedException("A setting cannot be used: " + string.Join(' ', cause.Failures), cause);
        }
        catch (InvalidOperationException cause) when (cause.Message.Contains("configuration", StringComparison.OrdinalIgnoreCase) && cause.InnerException is FormatException or ArgumentException or OverflowException)
        {
            throw new StartRefusedException($"A setting cannot be read: {cause.Message}", cause);
        }
        catch (IOException cause) when (cause.InnerException is AddressInUseException)
        {
            return await Refuse($"{options.Urls} is taken by another program. Stop that one, or choose another address with --urls.");
        }
    }

    public static async Task<int> Refuse(string words)
    {
        await Console.Error.WriteLineAsync(words);
        return Refused;
    }
}
