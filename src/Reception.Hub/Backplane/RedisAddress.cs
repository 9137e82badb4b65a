using Polly.CircuitBreaker;
using StackExchange.Redis;

namespace Reception.Hub.Backplane;

/// <summary>A connection string with what the hub insists on, and what goes wrong in words. It never says a password.</summary>
internal static class RedisAddress
{
    private const int WithinMs = 1000;
    private const int ConnectWithinMs = 3000;

    // All the hub uses; the user of Redis needs no right to anything else.
    private static readonly HashSet<string> Used = ["AUTH", "HELLO", "PING", "SUBSCRIBE", "UNSUBSCRIBE", "PUBLISH"];

    public static ConfigurationOptions Parse(string connection)
    {
        var options = ConfigurationOptions.Parse(connection);
        // It may be away at the start and come later; while it is, messages are dropped and not gathered.
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ConnectTimeout = ConnectWithinMs;
        options.AsyncTimeout = WithinMs;
        options.SyncTimeout = WithinMs;
        options.ConfigurationChannel = "";
        options.SetClientLibrary = false;
        options.CommandMap = CommandMap.Create(Used, available: true);
        options.ClientName = null;
        options.TieBreaker = "";
        return options;
    }

    /// <param name="refused">It was reached, and said no.</param>
    public static string Explain(bool refused, string connection)
    {
        var place = string.Join(", ", ConfigurationOptions.Parse(connection).EndPoints);
        return refused
            ? $"Redis ({place}) refuses the user or the password of the connection, or does not let it use channels {Shards.Prefix}*. Messages between nodes are off; they look at the database once a second."
            : $"Redis ({place}) does not answer. Messages between nodes are off; they look at the database once a second.";
    }

    public static bool IsRefused(ConnectionFailedEventArgs failed) => failed.FailureType == ConnectionFailureType.AuthenticationFailure || IsRefused(failed.Exception);

    public static bool IsRefused(Exception? cause) => cause switch
    {
        null or BrokenCircuitException { InnerException: null } => false,
        RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } => true,
        _ => cause.Message.Contains("WRONGPASS", StringComparison.Ordinal) || cause.Message.Contains("NOAUTH", StringComparison.Ordinal)
            || cause.Message.Contains("NOPERM", StringComparison.Ordinal) || cause.Message.Contains("AuthenticationFailure", StringComparison.Ordinal) || IsRefused(cause.InnerException),
    };
}
