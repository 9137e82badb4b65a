using Microsoft.AspNetCore.Connections;
using Reception.Hub.Storage;

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

        try
        {
            await using var app = HubHost.Build(options);
            await HubStart.Run(app, CancellationToken.None);
            await app.WaitForShutdownAsync();
            return Environment.ExitCode;
        }
        catch (StartRefusedException cause)
        {
            return await Refuse(cause.Message);
        }
        catch (StoreException cause)
        {
            return await Refuse(cause.Message);
        }
        catch (IOException cause) when (cause.InnerException is AddressInUseException)
        {
            return await Refuse($"{options.Urls} is taken by another program. Stop that one, or choose another address with --urls.");
        }
    }

    private static async Task<int> Refuse(string words)
    {
        await Console.Error.WriteLineAsync(words);
        return Refused;
    }
}
