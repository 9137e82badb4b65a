using Reception.Client;

namespace Reception.Crew;

/// <summary>Asks again while a hub is down for a moment: it may be killed in the middle of a day, and the day goes on.</summary>
internal static class Persistence
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public static async Task<T> Insist<T>(this TimeProvider time, Func<Task<T>> ask, CancellationToken stop)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception away) when (IsAway(away, stop) && time.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(Pause, time, stop);
            }
        }
    }

    /// <summary>Not there, starting, or gone in the middle of an answer; a refusal is an answer.</summary>
    private static bool IsAway(Exception away, CancellationToken stop) => away switch
    {
        HubProblemException problem => (int)problem.Status >= 500,
        HttpRequestException or IOException => true,
        OperationCanceledException => !stop.IsCancellationRequested,
        _ => false,
    };
}
