namespace Reception.Hub.Storage;

/// <summary>
/// How much of the log a version understands. An event type, and a later field that fold reads, names the level from which it is written;
/// the level of a store is raised (<c>db level</c>) when its last node is new, and an older node then refuses to start. Schema scripts
/// only add, so that an older node can go on beside a newer one until then.
/// </summary>
internal static class HubLevel
{
    /// <summary>The highest level this version understands.</summary>
    public const int Known = 1;

    /// <exception cref="StoreException">The store is beyond this version.</exception>
    public static void Check(int level, string place)
    {
        if (level > Known)
        {
            throw new StoreException(StoreFailure.Newer,
                $"{place} was written by a newer version of Reception Hub (its level is {level}, this version knows {Known}). Start the newer version, or restore a backup made before the level was raised.");
        }
    }
}
