using Reception.Contracts;
using Reception.Domain.Alerts;

namespace Reception.Hub.Views;

/// <summary>Who has an alert.</summary>
internal static class ReceiptViews
{
    public static ReceiptView Of(Receipts receipts) => new(
        receipts.Id.Value,
        receipts.Seq,
        [
            .. receipts.People.Values
                .OrderBy(person => person.Staff.Value, StringComparer.Ordinal)
                .Select(person => new Receipt(person.Staff.Value, person.Delivered.Ms(), person.Heard.Ms(), person.How?.Value)),
        ]);
}
