namespace Reception.Hub.Storage;

/// <summary>Why the store did not do what it was asked.</summary>
internal enum StoreFailure
{
    /// <summary>It cannot be reached or opened now; nothing was written.</summary>
    Unavailable,

    /// <summary>No room on the disk; nothing was written. Goes on when there is room.</summary>
    Full,

    /// <summary>What lies there cannot be read as ours.</summary>
    Corrupt,

    /// <summary>Written by a newer version of this program.</summary>
    Newer,

    /// <summary>It may have been written or not: send the same append again.</summary>
    Unknown,

    /// <summary>The disk did not keep its word (read, write or flush failed): the process must end and not answer on (F13).</summary>
    Broken,
}

/// <summary>A failure of the store, in words that say what was attempted and what to do.</summary>
internal sealed class StoreException(StoreFailure failure, string words, Exception? cause = null) : Exception(words, cause)
{
    public StoreFailure Failure { get; } = failure;
}
