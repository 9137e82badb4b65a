using Reception.Hub.Storage;

namespace Reception.Hub.Cards;

/// <summary>Sweeps keys without a card at the start and once a day.</summary>
internal sealed partial class KeySweep(CardVault vault, TimeProvider clock, ILogger<KeySweep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
            {
                await Sweep(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops, or did not start.
        }
    }

    private async Task Sweep(CancellationToken stop)
    {
        try
        {
            await vault.Sweep(stop);
        }
        catch (StoreException cause)
        {
            Log.Postponed(logger, cause);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Keys without a card could not be swept; tried again tomorrow")]
        public static partial void Postponed(ILogger logger, Exception cause);
    }
}
