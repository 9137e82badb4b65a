using System.Text.Json;
using Reception.Contracts;

namespace Reception.Client;

/// <summary>Closes gaps by <c>/sync</c>, one request at a time, while the link stays open. What arrives meanwhile and does not fit asks again.</summary>
internal sealed class Fetcher(HubApi api, string reach, Func<Cursor> cursor, Func<Changes, Taken> take, TimeProvider time)
{
    private readonly Signal wanted = new();

    public void Want() => wanted.Set();

    public async Task Run(CancellationToken stop)
    {
        var backoff = new Backoff();
        while (true)
        {
            await wanted.Wait(stop).ConfigureAwait(false);
            while (!await Fetched(stop).ConfigureAwait(false))
            {
                await Task.Delay(backoff.Next(), time, stop).ConfigureAwait(false);
            }

            backoff.Reset();
        }
    }

    private async Task<bool> Fetched(CancellationToken stop)
    {
        try
        {
            return take(await api.Sync(cursor(), TimeSpan.Zero, reach, stop).ConfigureAwait(false)) != Taken.Fetch;
        }
        catch (HubProblemException problem) when (problem.Code == ErrorCodes.NotSignedIn.Id)
        {
            // The link will be closed; the connector finds out.
            return true;
        }
        catch (Exception failed) when (failed is HttpRequestException or HubProblemException or JsonException
            || (failed is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return false;
        }
    }
}
