namespace Reception.Hub.Storage;

/// <summary>Sealed words about guests. They are written through <see cref="Append"/> only, together with their entry.</summary>
internal partial interface IVenueStore
{
    /// <summary>A guest's card; null when there is none or the guest was erased.</summary>
    ValueTask<CardRow?> Card(string venue, string guest, CancellationToken stop = default);

    /// <summary>The cards of many guests in one query; those without one are left out.</summary>
    ValueTask<IReadOnlyList<CardRow>> Cards(string venue, IReadOnlyCollection<string> guests, CancellationToken stop = default);

    /// <summary>Which of these guests have a card: for the sweep of keys.</summary>
    ValueTask<IReadOnlySet<string>> WithCard(string venue, IReadOnlyCollection<string> guests, CancellationToken stop = default);

    /// <summary>Guests of the venue whose card carries one of these indexes (<c>CardVault.Index</c>): a return visit. A null index matches nobody.</summary>
    ValueTask<IReadOnlyList<string>> GuestsBy(string venue, byte[]? indexPhone, byte[]? indexPlate, CancellationToken stop = default);
}
