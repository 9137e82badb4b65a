using Npgsql;

namespace Reception.Hub.Storage.Postgres;

/// <content>The venue's row, locked first.</content>
internal sealed partial class PostgresStore
{
    public async ValueTask<IVenueHold> Hold(string venue, CancellationToken stop = default)
    {
        var connection = await pool.Take(stop);
        try
        {
            var transaction = await connection.BeginTransactionAsync(stop);
            await PostgresPool.Send(connection, [new(Statements.Hold, venue)], _ => true, stop);
            return new Held(this, connection, transaction);
        }
        catch (Exception cause)
        {
            await connection.DisposeAsync();
            throw pool.Explain(cause, mayBeWritten: false) ?? cause;
        }
    }

    private sealed class Held(PostgresStore store, NpgsqlConnection connection, NpgsqlTransaction transaction) : IVenueHold
    {
        private bool _over;

        public async ValueTask<AppendResult> Append(AppendRequest request)
        {
            request.Check();
            try
            {
                var told = await PostgresPool.Send(connection, ToStatements([request], ask: true), Told([request]), CancellationToken.None);
                await transaction.CommitAsync(CancellationToken.None);
                return told.Rows.Count == 0 ? new Behind(-1, []) : told.Rows[0].Result;
            }
            catch (Exception cause) when (store.Explain(cause) is { } failure)
            {
                throw failure;
            }
        }

        /// <summary>What was not committed is rolled back. Once only: the driver hands the transaction on to the next who has the connection.</summary>
        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _over, true))
            {
                return;
            }

            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }

    private StoreException? Explain(Exception cause) => pool.Explain(cause, mayBeWritten: true);
}
