using Reception.Client;
using Reception.Contracts;

namespace Reception.Crew.Ledgers;

/// <summary>The venue's log, page by page.</summary>
internal static class LogReading
{
    private const int Page = 1000;

    public static async Task<IReadOnlyList<LogRow>> All(HubApi api, long since, TimeProvider time, CancellationToken stop)
    {
        using (api)
        {
            var rows = new List<LogRow>();
            for (long? next = since; next is { } from; )
            {
                var page = await time.Insist(() => api.Log(from, Page, stop), stop);
                rows.AddRange(page.Rows);
                next = page.Next > from ? page.Next : null;
            }

            return rows;
        }
    }
}
