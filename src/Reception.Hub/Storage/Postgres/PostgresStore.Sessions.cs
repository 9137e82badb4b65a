using Npgsql;

namespace Reception.Hub.Storage.Postgres;

/// <content>Sessions and codes.</content>
internal sealed partial class PostgresStore
{
    public async ValueTask OpenSession(SessionRow session, CancellationToken stop = default) => await pool.Execute(
        Statements.OpenSession, session.Id, session.TokenHash, session.Venue, session.Staff, session.Device, session.DeviceName,
        session.Stream, Values.Ticks(session.Opened), Values.Ticks(session.LastSeen), Values.Ticks(session.Revoked));

    public ValueTask<SessionRow?> SessionBy(byte[] tokenHash, CancellationToken stop = default) =>
        pool.First(Statements.SessionBy, Session, stop, tokenHash);

    public async ValueTask<IReadOnlyList<SessionRow>> Sessions(string venue, CancellationToken stop = default) =>
        await pool.All(Statements.Sessions, Session, stop, venue);

    public async ValueTask Seen(IReadOnlyCollection<string> sessionIds, DateTimeOffset at, CancellationToken stop = default) =>
        await pool.Execute(Statements.Seen, sessionIds.ToArray(), Values.Ticks(at));

    public async ValueTask<bool> Revoke(string venue, string sessionId, DateTimeOffset at, CancellationToken stop = default) =>
        await pool.Execute(Statements.Revoke, venue, sessionId, Values.Ticks(at)) > 0;

    public async ValueTask AddCode(CodeRow code, CancellationToken stop = default) => await pool.Execute(
        Statements.AddCode, code.Hash, code.Venue, code.Staff, Values.Ticks(code.Expires), Values.Ticks(code.Used));

    public async ValueTask<CodeRow?> Redeem(byte[] codeHash, DateTimeOffset now, CancellationToken stop = default) =>
        (await pool.Write(Code, new Statement(Statements.Redeem, codeHash, Values.Ticks(now)))).FirstOrDefault();

    private static SessionRow Session(NpgsqlDataReader row) => new(
        row.GetString(0), row.Bytes(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6),
        row.Time(7), row.Time(8), row.TimeOrNull(9));

    private static CodeRow Code(NpgsqlDataReader row) =>
        new(row.Bytes(0), row.GetString(1), row.GetString(2), row.Time(3), row.TimeOrNull(4));
}
