using System.Text.Json;
using Reception.Client;
using Reception.Contracts;

namespace Reception.Crew.Ledgers;

/// <summary>A device's dictionary against a fresh snapshot of the same entry (P4).</summary>
internal static class ViewCheck
{
    private const int Tries = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task Run(ReceptionClient client, string staff, TimeProvider time, Findings findings, CancellationToken stop)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var fresh = await time.Insist(() => client.Api.Sync(Cursor.Start, TimeSpan.Zero, "sound", stop), stop);
            try
            {
                await client.Reached(fresh.To, stop).WaitAsync(Patience, stop);
            }
            catch (TimeoutException)
            {
                findings.IsLost($"{staff}'s device stays at entry {client.Cursor.Seq}, the venue is at {fresh.To}");
                return;
            }

            var (views, cursor) = client.Moment;
            if (cursor.Seq == fresh.To)
            {
                Compare(views, ViewSet.Empty.With(fresh), staff, findings);
                return;
            }

            // The venue has gone on between the two: again.
        }

        findings.IsLost($"{staff}'s device was never at the same entry as a snapshot");
    }

    private static void Compare(ViewSet views, ViewSet fresh, string staff, Findings findings)
    {
        Compare("guest", views.Guests, fresh.Guests, staff, findings);
        Compare("journey", views.Journeys, fresh.Journeys, staff, findings);
        Compare("alert", views.Alerts, fresh.Alerts, staff, findings);
        Compare("receipt", views.Receipts, fresh.Receipts, staff, findings);
        Compare("item", views.Items, fresh.Items, staff, findings);
        Compare("position", views.Positions, fresh.Positions, staff, findings);
        Compare("staff", views.Staff, fresh.Staff, staff, findings);
        Compare("place", views.Places, fresh.Places, staff, findings);
        Compare("session", views.Sessions, fresh.Sessions, staff, findings);
        if (Text(views.Venue) != Text(fresh.Venue))
        {
            findings.IsLost($"{staff}'s venue is {Text(views.Venue)}, not {Text(fresh.Venue)}");
        }
    }

    private static void Compare<T>(string kind, IReadOnlyDictionary<string, T> views, IReadOnlyDictionary<string, T> fresh, string staff, Findings findings)
        where T : class, IView
    {
        foreach (var id in views.Keys.Union(fresh.Keys))
        {
            var (here, there) = (Text(views.GetValueOrDefault(id)), Text(fresh.GetValueOrDefault(id)));
            if (here != there)
            {
                findings.IsLost($"{kind} {id} is {here} on {staff}'s device, {there} in the venue");
            }
        }
    }

    private static string Text<T>(T? view) => view is null ? "not there" : JsonSerializer.Serialize(view, JsonSerializerOptions.Web);
}
