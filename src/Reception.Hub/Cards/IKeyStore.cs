namespace Reception.Hub.Cards;

/// <summary>
/// The keys of the cards and the installation's secret, apart from what they open and with backups of their own. A key is on
/// the disk before it is used. Times are host time. Every failure is a <see cref="Storage.StoreException"/>.
/// </summary>
internal interface IKeyStore : IAsyncDisposable
{
    public const int KeySize = 32;

    /// <summary>Which store these keys belong to.</summary>
    byte[] Installation { get; }

    /// <summary>What indexes and digests are made with.</summary>
    byte[] Master { get; }

    /// <summary>The keys of these guests; those that were destroyed or never made are left out.</summary>
    ValueTask<IReadOnlyDictionary<string, byte[]>> Find(string venue, IReadOnlyCollection<string> guests, CancellationToken stop = default);

    /// <summary>
    /// The keys of these guests; those that are missing are made, all with one flush. One that has not been asked for lately is
    /// young again, so that a sweep, of any node, leaves it to the card that is about to be written.
    /// </summary>
    ValueTask<IReadOnlyDictionary<string, byte[]>> FindOrMake(string venue, IReadOnlyCollection<string> guests, CancellationToken stop = default);

    /// <summary>Destroys the key of a guest; what it sealed can never be read again. Already gone is fine.</summary>
    ValueTask Destroy(string venue, string guest, CancellationToken stop = default);

    /// <summary>Guests whose key is older than <paramref name="time"/>.</summary>
    ValueTask<IReadOnlyList<(string Venue, string Guest)>> OlderThan(DateTimeOffset time, CancellationToken stop = default);

    /// <summary>Destroys those of these keys that are still older than <paramref name="time"/>; says how many.</summary>
    ValueTask<int> DestroyOlder(DateTimeOffset time, IReadOnlyCollection<(string Venue, string Guest)> keys, CancellationToken stop = default);
}
