using Microsoft.Data.Sqlite;

namespace Reception.Hub.Storage.Sqlite;

/// <summary>SQLite's result codes (sqlite.org/rescode.html) as what they mean for whoever runs the hub.</summary>
internal static class Failures
{
    private const int Error = 1;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int TooBig = 18;
    private const int Constraint = 19;
    private const int Mismatch = 20;
    private const int Misuse = 21;
    private const int Range = 25;
    private const int NotADatabase = 26;

    // The shared-memory file could not grow: that is a full disk too, seen by another system call.
    private const int IoErrorSharedMemorySize = IoError | (19 << 8);

    /// <summary>Null for what is the caller's mistake (a constraint, a wrong statement): that is no failure of the store.</summary>
    public static StoreException? Explain(SqliteException cause, string file) => (cause.SqliteErrorCode, cause.SqliteExtendedErrorCode) switch
    {
        (Full, _) or (_, IoErrorSharedMemorySize) => new(StoreFailure.Full,
            $"No room left to write to {file}. Nothing was written; free some space and it goes on by itself.", cause),
        (IoError, _) => new(StoreFailure.Broken,
            $"The disk under {file} failed a read, write or flush ({cause.SqliteExtendedErrorCode}). The hub stops; check the disk before it is started again.", cause),
        (Corrupt or NotADatabase, _) => new(StoreFailure.Corrupt,
            $"{file} is damaged or is not a store of Reception Hub. Put the last backup in its place; do not delete the damaged file.", cause),
        (Busy or Locked, _) => new(StoreFailure.Unavailable,
            $"Another program holds {file}. Nothing was written; end that program.", cause),
        (ReadOnly or CannotOpen, _) => new(StoreFailure.Unavailable,
            $"{file} cannot be opened for writing. Give the account of the hub the right to write to it and to its folder.", cause),
        (Error or TooBig or Constraint or Mismatch or Misuse or Range, _) => null,
        _ => new(StoreFailure.Unavailable, $"{file} could not be used: {cause.Message}. Nothing was written.", cause),
    };
}
