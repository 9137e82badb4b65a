using System.Globalization;
using Npgsql;

namespace Reception.Hub.Storage.Postgres;

/// <summary>A connection string that was read, with what every connection of a hub insists on. It never says a password.</summary>
internal sealed class PostgresAddress
{
    // Startup options win over what a role or a database has set, and outlive a reset.
    // Locks are held for one statement only; a hold that its node forgot (a paused process) is taken back.
    private const string Insist =
        "-c synchronous_commit=on -c default_transaction_isolation=read\\ committed -c idle_in_transaction_session_timeout=3000";

    private const string Bounded = " -c statement_timeout=5000";
    private const int OpenWithinSeconds = 5;
    private const int AnswerWithinSeconds = 8;
    private const int MostConnections = 30;

    private readonly NpgsqlConnectionStringBuilder _builder;

    private PostgresAddress(NpgsqlConnectionStringBuilder builder) => _builder = builder;

    /// <summary>For the hub's daily work: pooled, statements prepared, every answer within seconds.</summary>
    public string Pooled => With(Bounded, pooling: true);

    /// <summary>For a migration or a copy, which may take long.</summary>
    public string Patient => With("", pooling: false);

    /// <param name="option">What to name when it is wrong.</param>
    /// <exception cref="StoreException">In words, without the string itself: it may hold a password.</exception>
    public static PostgresAddress Parse(string? text, string option)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new(text);
        }
        catch (Exception cause) when (cause is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new StoreException(StoreFailure.Unavailable, $"{option} cannot be read: {cause.Message} {Example}", cause);
        }

        return builder is { Host.Length: > 0, Database.Length: > 0 }
            ? new(builder)
            : throw new StoreException(StoreFailure.Unavailable, $"{option} names no {(string.IsNullOrEmpty(builder.Host) ? "Host" : "Database")}. {Example}");
    }

    private const string Example = "Write for example \"Host=db.example;Database=reception;Username=reception;Password=…;SSL Mode=VerifyFull\".";

    public bool IsSameDatabaseAs(PostgresAddress other) =>
        string.Equals(_builder.Host, other._builder.Host, StringComparison.OrdinalIgnoreCase) && _builder.Port == other._builder.Port && _builder.Database == other._builder.Database;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"database {_builder.Database} at {_builder.Host}:{_builder.Port}");

    private string With(string options, bool pooling)
    {
        var own = new NpgsqlConnectionStringBuilder(_builder.ConnectionString)
        {
            Options = $"{_builder.Options} {Insist}{options}".Trim(),
            ApplicationName = _builder.ApplicationName ?? "reception-hub",
            Timeout = OpenWithinSeconds,
            CommandTimeout = pooling ? AnswerWithinSeconds : 0,
            Pooling = pooling,
            // Nothing of a session is ever changed, so nothing has to be reset.
            NoResetOnClose = true,
            MaxAutoPrepare = pooling ? 64 : 0,
        };
        if (!_builder.ContainsKey("Maximum Pool Size"))
        {
            own.MaxPoolSize = MostConnections;
        }

        return own.ConnectionString;
    }
}
