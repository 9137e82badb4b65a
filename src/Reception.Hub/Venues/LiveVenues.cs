namespace Reception.Hub.Venues;

/// <summary>The venues that this node holds. One is woken when it is asked for, and put down when nobody has been connected for a while.</summary>
internal sealed class LiveVenues
{
    /// <summary>The venues in memory now.</summary>
    public IReadOnlyCollection<LiveVenue> Awake => throw new NotSupportedException();

    /// <summary>The venue, woken from its snapshot and the entries after it.</summary>
    /// <exception cref="VenueParkedException">Its data comes from a newer version.</exception>
    /// <exception cref="Storage.StoreException">It could not be read.</exception>
    public ValueTask<LiveVenue> Get(string venue, CancellationToken stop = default) => throw new NotSupportedException();
}
