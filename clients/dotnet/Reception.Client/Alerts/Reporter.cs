using Reception.Contracts;

namespace Reception.Client;

/// <summary>
/// Tells the hub what has arrived and was heard: at once for an open alert that asks this person, the bare cursor only after a head and only when
/// it changed. Said once per link and step, and not at all when the receipts already show it. Runs on the client's event loop.
/// </summary>
internal sealed class Reporter(LinkSlot slot)
{
    private readonly HashSet<(string Alert, int Step)> delivered = [];
    private readonly Dictionary<(string Alert, int Step), string> heard = [];
    private readonly HashSet<(string Alert, int Step)> said = [];
    private long reported;

    /// <summary>A new link: the last one may have lost what was said.</summary>
    public void Again()
    {
        delivered.Clear();
        said.Clear();
        reported = 0;
    }

    public void Arrived(ViewSet views, string me, long cursor)
    {
        var fresh = views.Alerts.Values
            .Where(alert => !alert.IsOver() && views.Asks(alert, me) && !Known(views, alert, me, receipt => receipt.Delivered) && delivered.Add((alert.Id, alert.Step)))
            .Select(alert => alert.Id).ToList();
        var again = heard.Where(one => views.Alerts.TryGetValue(one.Key.Alert, out var alert) && !alert.IsOver()
            && !Known(views, alert, me, receipt => receipt.Heard) && said.Add(one.Key)).ToList();
        foreach (var how in again.GroupBy(one => one.Value, one => one.Key.Alert, StringComparer.Ordinal))
        {
            Say(new(cursor, fresh, [.. how], how.Key));
            fresh = [];
        }

        if (fresh.Count > 0)
        {
            Say(new(cursor, fresh, [], "screen"));
        }

        foreach (var over in heard.Keys.Where(key => !views.Alerts.TryGetValue(key.Alert, out var alert) || alert.IsOver()).ToList())
        {
            heard.Remove(over);
        }
    }

    public void Heard(AlertView alert, string how, ViewSet views, string me, long cursor)
    {
        if (heard.TryAdd((alert.Id, alert.Step), how))
        {
            Arrived(views, me, cursor);
        }
    }

    public void Head(long cursor)
    {
        if (cursor != reported)
        {
            Say(new(cursor, [], [], "screen"));
        }
    }

    private static bool Known(ViewSet views, AlertView alert, string me, Func<Receipt, long?> what) =>
        views.Receipts.TryGetValue(alert.Id, out var receipts) && receipts.People.Any(receipt => receipt.Staff == me && what(receipt) is not null);

    private void Say(Report report)
    {
        if (slot.Current is { } link)
        {
            reported = report.Cursor;
            _ = link.Report(report, CancellationToken.None).ContinueWith(
                lost => lost.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }
}
