using Reception.Hub.Storage;

namespace Reception.Hub.Cards;

/// <summary>Sweeps keys without a card at the start and once a day.</summary>
internal sealed partial class KeySweep(CardVault vault, TimeProvider clock, ILogger<KeySweep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await vault.Sweep(stoppingToken);
            }
            catch (StoreException cause)
            {
                Log.Postponed(logger, cause);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Keys without a card could not be swept; tried again tomorrow")]
        public static partial void Postponed(ILogger logger, Exception cause);
    }
}
