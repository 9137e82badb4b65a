namespace Reception.Hub.Storage;

/// <summary>A venue for oneself: for a writer that has lost its race again and again.</summary>
internal partial interface IVenueStore
{
    /// <summary>
    /// Waits until nobody appends to the venue and lets nobody else do so, on any node, until the hold appended or was given back.
    /// What is read meanwhile is therefore the end of the log. To be kept for moments only: a store takes it back after some seconds.
    /// </summary>
    ValueTask<IVenueHold> Hold(string venue, CancellationToken stop = default);

    /// <summary>The lowest <c>hub.level</c> that a node must know to work on this store.</summary>
    ValueTask<int> Level(CancellationToken stop = default);

    /// <summary>Raises the level; it never goes back. Answers the one that is in force.</summary>
    ValueTask<int> RaiseLevel(int level, CancellationToken stop = default);
}

/// <summary>One append that nobody can be ahead of.</summary>
internal interface IVenueHold : IAsyncDisposable
{
    /// <summary>As <see cref="IVenueStore.Append"/> for one request; the hold is over when it returns.</summary>
    ValueTask<AppendResult> Append(AppendRequest request);
}
