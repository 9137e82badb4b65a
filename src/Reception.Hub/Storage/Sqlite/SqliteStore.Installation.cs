namespace Reception.Hub.Storage.Sqlite;

/// <content>Which key file this store belongs to. Before anybody else uses it, so without waiting.</content>
internal sealed partial class SqliteStore
{
    /// <summary>Null in a new store.</summary>
    internal byte[]? Installation() => _readers.Read(db => db.First(Statements.Installation, row => row.Bytes(0)));

    /// <summary>As <see cref="IVenueStore.Level"/>.</summary>
    internal int LevelNow() => _readers.Read(db => (int)db.Number(Statements.Level));

    internal void SetInstallation(byte[] id) => _commits.Run(db => db.Execute(Statements.SetInstallation, id)).GetAwaiter().GetResult();
}
