using DbUp;
using DbUp.Engine;
using Npgsql;

namespace Reception.Hub.Storage.Postgres;

/// <summary>Brings the two databases up to date by numbered scripts, and sees that they belong together. Of nodes that start at once, one does it.</summary>
internal static class Schema
{
    private const string Store = "Postgres";
    private const string Keys = "PostgresKeys";

    // "Reception" in ASCII: held in the store's database while one of many does the work.
    private const string Lock = "SELECT pg_advisory_lock(x'526563657074696f'::bigint)";
    private const string CanWrite = "SELECT current_setting('transaction_read_only') = 'off'";

    /// <exception cref="StoreException">In words, when they must not be used.</exception>
    /// <param name="change">False: nothing is brought up to date, only looked at.</param>
    /// <param name="fill">Work on the two that nobody else does meanwhile, before it is seen whether they belong together: a copy.</param>
    public static void Prepare(PostgresAddress store, PostgresAddress keys, bool change = true, Action<NpgsqlConnection, NpgsqlConnection>? fill = null)
    {
        if (store.IsSameDatabaseAs(keys))
        {
            throw new StoreException(StoreFailure.Unavailable,
                $"The keys are to lie in the same {store} as what they open, and every backup would have both. Name a database of its own with --keys.");
        }

        using var held = Connect(store);
        try
        {
            Do(held, Lock);
            using var other = Connect(keys);
            if (change)
            {
                Migrate(store, Store);
                Migrate(keys, Keys);
            }

            fill?.Invoke(held, other);
            Match(held, other, store, keys, change);
        }
        catch (Exception cause) when (Failures.Explain(cause, store, mayBeWritten: false) is { } failure)
        {
            throw failure;
        }
    }

    private static NpgsqlConnection Connect(PostgresAddress address)
    {
        var connection = new NpgsqlConnection(address.Patient);
        try
        {
            connection.Open();
            return Do(connection, CanWrite) is true ? connection : throw Failures.ReadOnly(address);
        }
        catch (Exception cause)
        {
            connection.Dispose();
            throw Failures.Explain(cause, address, mayBeWritten: false) ?? cause;
        }
    }

    private static void Migrate(PostgresAddress address, string scripts)
    {
        var prefix = $"{typeof(IVenueStore).Namespace}.Migrations.{scripts}.";
        var result = DeployChanges.To.PostgresqlDatabase(address.Patient)
            .WithScriptsEmbeddedInAssembly(typeof(Schema).Assembly, name => name.StartsWith(prefix, StringComparison.Ordinal))
            .JournalToPostgresqlTable(null, "schema_scripts")
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw Failures.Explain(result.Error, address, mayBeWritten: false)
                ?? new StoreException(StoreFailure.Unavailable, $"The {address} could not be brought up to date by {Name(result.ErrorScript)}: {result.Error.Message}", result.Error);
        }
    }

    private static string Name(SqlScript? script) => script?.Name ?? "its scripts";

    /// <summary>As the embedded store and its key file: one id in both, made at the first start.</summary>
    private static void Match(NpgsqlConnection store, NpgsqlConnection keys, PostgresAddress storeAt, PostgresAddress keysAt, bool change)
    {
        var known = (byte[]?)Do(store, Statements.Installation);
        var secret = (byte[]?)Do(keys, PostgresKeys.InstallationSecret);
        var count = (long)Do(keys, PostgresKeys.CountKeys)!;
        if (known is null && count > 0)
        {
            throw new StoreException(StoreFailure.Corrupt,
                $"The {keysAt} has the keys of {count} cards, but the {storeAt} is new. Restore the store; or name an empty database with --keys to begin anew without them.");
        }

        if (known is not null && (secret is null || !known.AsSpan().SequenceEqual(secret)))
        {
            throw new StoreException(StoreFailure.Corrupt,
                $"The {keysAt} is empty or belongs to another store than the {storeAt}, so no card could be read. Name the one that was used with it, or restore its backup.");
        }

        if (known is null && !change)
        {
            throw new StoreException(StoreFailure.Unavailable, $"The {storeAt} has not been used by a hub yet. Start one on it, or run \"db migrate\".");
        }

        // The keys first: a store that says "mine are the keys of X" must never be there without X.
        secret ??= PostgresKeys.MakeSecrets(keys);
        if (known is null)
        {
            using var command = new NpgsqlCommand(Statements.SetInstallation, store) { Parameters = { new() { Value = secret } } };
            command.ExecuteNonQuery();
        }
    }

    private static object? Do(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // Only constants come here.
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
