using Reception.Contracts;

namespace Reception.Client;

/// <summary>Where no socket works: one long poll at a time, commands by POST. Ends when a poll fails.</summary>
internal sealed class PollLink : ILink
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource<LinkEnd> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource stop = new();
    private readonly HubApi api;
    private readonly Task polling;

    public PollLink(HubApi api, string reach, Func<Cursor> cursor, Action<Changes> take)
    {
        this.api = api;
        polling = Task.Run(() => Poll(reach, cursor, take));
    }

    public bool IsSocket => false;

    public Task<LinkEnd> Ended => ended.Task;

    public Task<Answer> Do(Command command, CancellationToken stop) => api.Do(command, stop);

    public Task Report(Report report, CancellationToken stop) => api.Report(report, stop);

    public Task RoundTrip(long cursor, CancellationToken stop) => api.Ready(stop);

    public void Cut()
    {
        ended.TrySetResult(new(ByHub: false));
        stop.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        await polling.ConfigureAwait(false);
        stop.Dispose();
    }

    private async Task Poll(string reach, Func<Cursor> cursor, Action<Changes> take)
    {
        try
        {
            while (true)
            {
                take(await api.Sync(cursor(), Longest, reach, stop.Token).ConfigureAwait(false));
            }
        }
        catch (Exception broken) when (broken is HttpRequestException or HubProblemException or OperationCanceledException or System.Text.Json.JsonException)
        {
            ended.TrySetResult(new(ByHub: true));
        }
    }
}
