using System.Collections.Immutable;
using Reception.Domain.Venues;

namespace Reception.Domain.Alerts;

/// <summary>What devices have of open calls.</summary>
internal static class ReceivingReports
{
    /// <summary>Only what tells something new is written.</summary>
    public static Refusal? Receive(Work work, Command.Receive receive)
    {
        var news = receive.Receipts.Where(receipt =>
            work.State.Alerts.TryGetValue(receipt.Alert, out var alert)
            && alert.Open
            && work.State.Staff.ContainsKey(receipt.Staff)
            && (work.State.Receipts.GetValueOrDefault(receipt.Alert)?.People.GetValueOrDefault(receipt.Staff) is not { } known
                || (known.Delivered is null && receipt.Delivered is not null)
                || (known.Heard is null && receipt.Heard is not null))).ToImmutableArray();
        if (!news.IsEmpty)
        {
            work.Emit(new AlertEvents.Received(news));
        }

        return null;
    }
}
