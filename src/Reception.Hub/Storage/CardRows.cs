namespace Reception.Hub.Storage;

/// <summary>A card to write, or to erase when <paramref name="Sealed"/> is null (its indexes go with it).</summary>
/// <param name="Guest">The guest's id, or a journey's for a note without a guest.</param>
/// <param name="Rev">The entry that wrote it.</param>
/// <param name="Sealed">As made by <c>CardVault.Seal</c>.</param>
internal sealed record CardWrite(string Guest, long Rev, byte[]? Sealed, byte[]? IndexPhone = null, byte[]? IndexPlate = null)
{
    public static CardWrite Erase(string guest, long rev) => new(guest, rev, null);
}

/// <summary>A card as it lies in the store. It may be newer than the revision an event spoke of.</summary>
internal sealed record CardRow(string Guest, long Rev, byte[] Sealed);
