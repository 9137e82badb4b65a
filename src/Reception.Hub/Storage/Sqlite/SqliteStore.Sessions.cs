using Microsoft.Data.Sqlite;

namespace Reception.Hub.Storage.Sqlite;

/// <content>Sessions and codes.</content>
internal sealed partial class SqliteStore
{
    public async ValueTask OpenSession(SessionRow session, CancellationToken stop = default) => await Write(
        db => db.Execute(
            Statements.OpenSession, session.Id, session.TokenHash, session.Venue, session.Staff, session.Device, session.DeviceName,
            session.Stream, Values.Ticks(session.Opened), Values.Ticks(session.LastSeen), Values.Ticks(session.Revoked)),
        stop);

    public ValueTask<SessionRow?> SessionBy(byte[] tokenHash, CancellationToken stop = default) =>
        Read(db => db.First(Statements.SessionBy, Session, tokenHash), stop);

    public async ValueTask<IReadOnlyList<SessionRow>> Sessions(string venue, CancellationToken stop = default) =>
        await Read(db => db.All(Statements.Sessions, Session, venue), stop);

    public async ValueTask Seen(IReadOnlyCollection<string> sessionIds, DateTimeOffset at, CancellationToken stop = default) =>
        await Write(db => db.Execute(Statements.Seen, Values.List(sessionIds), Values.Ticks(at)), stop);

    public async ValueTask<bool> Revoke(string venue, string sessionId, DateTimeOffset at, CancellationToken stop = default) =>
        await Write(db => db.Execute(Statements.Revoke, venue, sessionId, Values.Ticks(at)) > 0, stop);

    public async ValueTask AddCode(CodeRow code, CancellationToken stop = default) => await Write(
        db => db.Execute(Statements.AddCode, code.Hash, code.Venue, code.Staff, Values.Ticks(code.Expires), Values.Ticks(code.Used)), stop);

    public async ValueTask<CodeRow?> Redeem(byte[] codeHash, DateTimeOffset now, CancellationToken stop = default) =>
        await Write(db => db.First(Statements.Redeem, Code, codeHash, Values.Ticks(now)), stop);

    private static SessionRow Session(SqliteDataReader row) => new(
        row.GetString(0), row.Bytes(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6),
        row.Time(7), row.Time(8), row.TimeOrNull(9));

    private static CodeRow Code(SqliteDataReader row) =>
        new(row.Bytes(0), row.GetString(1), row.GetString(2), row.Time(3), row.TimeOrNull(4));
}
