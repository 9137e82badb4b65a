using System.Net.Sockets;
using Npgsql;

namespace Reception.Hub.Storage.Postgres;

/// <summary>PostgreSQL's error codes (appendix A of its manual) as what they mean for whoever runs the hub.</summary>
internal static class Failures
{
    private const string IdleInTransaction = "25P03";

    /// <param name="mayBeWritten">The statement was one that writes, and had perhaps been sent.</param>
    /// <returns>Null for what is the caller's mistake (a constraint, a wrong statement): that is no failure of the store.</returns>
    public static StoreException? Explain(Exception cause, PostgresAddress address, bool mayBeWritten) => cause switch
    {
        PostgresException told => Explain(told, address, mayBeWritten),
        // Before anything was sent.
        NpgsqlException { InnerException: SocketException } when !mayBeWritten => Away(address, cause),
        NpgsqlException or TimeoutException or IOException or SocketException => mayBeWritten
            ? new(StoreFailure.Unknown, $"PostgreSQL ({address}) did not answer to the end; whether it wrote is not known.", cause)
            : Away(address, cause),
        _ => null,
    };

    private static StoreException? Explain(PostgresException cause, PostgresAddress address, bool mayBeWritten) => cause.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new(StoreFailure.Unavailable,
            $"PostgreSQL ({address}) does not let this user in: {cause.MessageText}. Check user and password of the connection, and pg_hba.conf of the server.", cause),
        PostgresErrorCodes.InvalidCatalogName => new(StoreFailure.Unavailable,
            $"There is no {address}. Make it first: CREATE DATABASE … OWNER … ENCODING 'UTF8'.", cause),
        PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidSchemaName => new(StoreFailure.Unavailable,
            $"The user of the connection may not work on the {address}: {cause.MessageText}. Make it the owner of the database.", cause),
        PostgresErrorCodes.ReadOnlySqlTransaction => ReadOnly(address, cause),
        PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory => new(StoreFailure.Full,
            $"PostgreSQL ({address}) has no room left: {cause.MessageText}. Nothing was written; free some space and it goes on by itself.", cause),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => new(StoreFailure.Corrupt,
            $"The {address} is damaged: {cause.MessageText}. Restore the last backup.", cause),
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.UndefinedColumn => new(StoreFailure.Corrupt,
            $"The {address} is not a whole store of Reception Hub: {cause.MessageText}. Run \"db migrate\", or restore a backup.", cause),
        // The server was going down: it may have come to the commit.
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or IdleInTransaction when mayBeWritten => new(StoreFailure.Unknown,
            $"PostgreSQL ({address}) went down in the middle: {cause.MessageText}; whether it wrote is not known.", cause),
        PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable => new(StoreFailure.Unavailable,
            $"PostgreSQL ({address}) was too slow and the statement was given up ({cause.MessageText}). Nothing was written.", cause),
        ['2' or '4', '2' or '3', ..] => null,
        _ => new(StoreFailure.Unavailable, $"PostgreSQL ({address}) could not do it: {cause.SqlState} {cause.MessageText}. Nothing was written.", cause),
    };

    public static StoreException ReadOnly(PostgresAddress address, Exception? cause = null) => new(StoreFailure.Unavailable,
        $"The {address} can only be read (a standby, or default_transaction_read_only). Name the primary server.", cause);

    private static StoreException Away(PostgresAddress address, Exception cause) => new(StoreFailure.Unavailable,
        $"PostgreSQL ({address}) cannot be reached: {(cause.InnerException ?? cause).Message}. Check that it runs and that host, port and firewall are right.", cause);
}
