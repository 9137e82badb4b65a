using System.Globalization;
using DbUp;
using Microsoft.Data.Sqlite;

namespace Reception.Hub.Storage.Sqlite;

/// <summary>Opens a file for the first time in this process: sound, ours, and brought up to date by numbered scripts.</summary>
internal static class Schema
{
    // A bigger file is read through in the background, or a start would take as long as its disk is slow.
    private const long QuickCheckedAtOnce = 128 * 1024 * 1024;

    /// <param name="file">Made when it is not there, readable by its owner only.</param>
    /// <param name="scripts">Folder under Migrations.</param>
    /// <returns>Whether the whole file was checked; a big one has to be, later.</returns>
    /// <exception cref="StoreException">In words, when it must not be used.</exception>
    public static bool Prepare(string file, string scripts)
    {
        MakeIfMissing(file);
        var prefix = $"{typeof(IVenueStore).Namespace}.Migrations.{scripts}.";
        var newest = Newest(prefix);
        bool small;
        using (var session = SqliteSession.Open(file, SqliteOpenMode.ReadWrite))
        {
            var version = session.Number("PRAGMA user_version");
            small = new FileInfo(file).Length <= QuickCheckedAtOnce;
            if (small)
            {
                QuickCheck(session, file);
            }

            // A newer version has added to it; whether this one may still work on it, the level says.
            if (version >= newest)
            {
                return small;
            }
        }

        Migrate(file, prefix);
        return small;
    }

    public static void QuickCheck(SqliteSession session, string file)
    {
        var found = session.First(Statements.QuickCheck, row => row.GetString(0));
        if (found != "ok")
        {
            throw new StoreException(StoreFailure.Corrupt,
                $"{file} is damaged ({found}). Put the last backup in its place; do not delete the damaged file.");
        }
    }

    private static void Migrate(string file, string prefix)
    {
        var result = DeployChanges.To.SqliteDatabase(SqliteSession.Address(file, SqliteOpenMode.ReadWrite))
            .WithScriptsEmbeddedInAssembly(typeof(Schema).Assembly, name => name.StartsWith(prefix, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw result.Error is SqliteException cause && Failures.Explain(cause, file) is { } failure
                ? failure
                : new StoreException(StoreFailure.Unavailable,
                    $"{file} could not be brought up to date by {result.ErrorScript?.Name}: {result.Error.Message}", result.Error);
        }
    }

    /// <summary>The number that the last script's name begins with.</summary>
    private static int Newest(string prefix) => typeof(Schema).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .Max(name => int.Parse(name.AsSpan(prefix.Length, 4), CultureInfo.InvariantCulture));

    /// <summary>An empty file that its owner alone may read.</summary>
    public static void MakeIfMissing(string file)
    {
        if (File.Exists(file))
        {
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(file, options).Dispose();
    }
}
