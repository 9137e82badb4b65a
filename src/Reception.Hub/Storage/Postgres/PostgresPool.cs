using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Npgsql;

namespace Reception.Hub.Storage.Postgres;

/// <summary>A statement and its values, in the order of $1, $2 …</summary>
internal readonly record struct Statement(string Sql, params object?[] Values)
{
    public NpgsqlBatchCommand ToCommand()
    {
        var command = new NpgsqlBatchCommand(Sql);
        foreach (var value in Values)
        {
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        }

        return command;
    }
}

/// <summary>The connections of one database. Whatever is sent together is one transaction and one round trip; its result is told after the commit.</summary>
internal sealed class PostgresPool(NpgsqlDataSource source, PostgresAddress address, TimeProvider host) : IAsyncDisposable
{
    // A deadlock or a lost race that the server broke off: nothing was written, the same again.
    private const int Tries = 3;
    private const int LongestPauseMs = 20;

    [SuppressMessage("Reliability", "CA2000", Justification = "The pool owns it.")]
    public static PostgresPool Open(PostgresAddress address, TimeProvider host) => new(NpgsqlDataSource.Create(address.Pooled), address, host);

    /// <summary>A connection of one's own, for what takes more than one round trip.</summary>
    public async ValueTask<NpgsqlConnection> Take(CancellationToken stop)
    {
        try
        {
            return await source.OpenConnectionAsync(stop);
        }
        catch (Exception cause) when (Failures.Explain(cause, address, mayBeWritten: false) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>How many rows were changed.</summary>
    public async ValueTask<int> Execute(string sql, params object?[] values) =>
        (await Run([new(sql, values)], _ => true, writes: true, CancellationToken.None)).Changed;

    public async ValueTask<List<T>> All<T>(string sql, Func<NpgsqlDataReader, T> row, CancellationToken stop, params object?[] values) =>
        (await Run([new(sql, values)], row, writes: false, stop)).Rows;

    public async ValueTask<T?> First<T>(string sql, Func<NpgsqlDataReader, T> row, CancellationToken stop, params object?[] values)
        where T : class =>
        (await Run([new(sql, values)], row, writes: false, stop)).Rows.FirstOrDefault();

    /// <summary>Statements that write, in one transaction; the rows of all that return some.</summary>
    public async ValueTask<List<T>> Write<T>(Func<NpgsqlDataReader, T> row, params IReadOnlyList<Statement> statements) =>
        (await Run(statements, row, writes: true, CancellationToken.None)).Rows;

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async ValueTask<(List<T> Rows, int Changed)> Run<T>(IReadOnlyList<Statement> statements, Func<NpgsqlDataReader, T> row, bool writes, CancellationToken stop)
    {
        for (var again = 1; ; again++)
        {
            await using var connection = await Take(stop);
            try
            {
                return await Send(connection, statements, row, stop);
            }
            catch (PostgresException cause) when (again < Tries && cause.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(LongestPauseMs)), host, stop);
            }
            catch (Exception cause) when (Failures.Explain(cause, address, writes) is { } failure)
            {
                throw failure;
            }
        }
    }

    /// <summary>As it is, without words for what goes wrong: for who has a transaction of their own.</summary>
    public static async Task<(List<T> Rows, int Changed)> Send<T>(
        NpgsqlConnection connection, IReadOnlyList<Statement> statements, Func<NpgsqlDataReader, T> row, CancellationToken stop)
    {
        await using var batch = connection.CreateBatch();
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(statement.ToCommand());
        }

        await using var reader = await batch.ExecuteReaderAsync(stop);
        var rows = new List<T>();
        do
        {
            while (await reader.ReadAsync(stop))
            {
                rows.Add(row(reader));
            }
        }
        // The last one answers when the server has said that all is committed (P1).
        while (await reader.NextResultAsync(stop));

        return (rows, reader.RecordsAffected);
    }

    public StoreException? Explain(Exception cause, bool mayBeWritten) => Failures.Explain(cause, address, mayBeWritten);

    public override string ToString() => address.ToString();
}
