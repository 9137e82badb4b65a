namespace Reception.Hub.Storage.Sqlite;

/// <summary>Every statement of the SQLite store, and nothing else. Lists come as one JSON array, so that a statement stays one statement.</summary>
internal static class Statements
{
    public const string Begin = "BEGIN IMMEDIATE";
    public const string Commit = "COMMIT";
    public const string Rollback = "ROLLBACK";

    public const string Checkpoint = "PRAGMA wal_checkpoint(PASSIVE)";
    public const string QuickCheck = "PRAGMA quick_check(1)";

    public const string Installation = "SELECT id FROM installation";
    public const string SetInstallation = "INSERT INTO installation (id) VALUES (?1)";

    public const string Level = "SELECT level FROM hub_level";
    public const string RaiseLevel = "UPDATE hub_level SET level = max(level, ?1)";

    public const string Register = "INSERT INTO venues (venue, head, mark) VALUES (?1, 0, ?2) ON CONFLICT DO NOTHING";
    public const string Venues = "SELECT venue FROM venues ORDER BY venue";
    public const string Head = "SELECT venue, head, mark, next_due FROM venues WHERE venue = ?1";
    public const string Heads = "SELECT venue, head, mark, next_due FROM venues WHERE venue IN (SELECT value FROM json_each(?1))";
    // Without an index: a walk over some hundred venues twice a second is less than a page more in every commit.
    public const string Overdue = "SELECT venue, head, mark, next_due FROM venues WHERE next_due <= ?1 ORDER BY next_due";
    public const string MoveHead = "UPDATE venues SET head = ?2, mark = ?3, next_due = ?4 WHERE venue = ?1";

    public const string AddEntry =
        "INSERT INTO entries (venue, seq, command_id, digest, at, day, body, mark) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

    public const string MarkAt = "SELECT mark FROM entries WHERE venue = ?1 AND seq = ?2";
    public const string IsAnswered = "SELECT 1 FROM entries WHERE venue = ?1 AND command_id = ?2";
    public const string Answered = Entry + "AND command_id = ?2";
    public const string Entries = Entry + "AND seq > ?2 ORDER BY seq LIMIT ?3";
    public const string EntriesOf = Entry + "AND day = ?2 ORDER BY seq";
    public const string Marks = "SELECT seq, mark FROM entries WHERE venue = ?1 ORDER BY seq DESC LIMIT ?2";

    public const string PutCard = """
        INSERT INTO cards (venue, guest, rev, sealed, index_phone, index_plate) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT DO UPDATE SET rev = excluded.rev, sealed = excluded.sealed,
            index_phone = excluded.index_phone, index_plate = excluded.index_plate
        """;

    public const string EraseCard = "DELETE FROM cards WHERE venue = ?1 AND guest = ?2";
    public const string Card = "SELECT guest, rev, sealed FROM cards WHERE venue = ?1 AND guest = ?2";
    public const string Cards = "SELECT guest, rev, sealed FROM cards WHERE venue = ?1 AND guest IN (SELECT value FROM json_each(?2))";
    public const string WithCard = "SELECT guest FROM cards WHERE venue = ?1 AND guest IN (SELECT value FROM json_each(?2))";

    public const string GuestsBy = """
        SELECT guest FROM cards WHERE venue = ?1 AND index_phone = ?2
        UNION SELECT guest FROM cards WHERE venue = ?1 AND index_plate = ?3
        ORDER BY guest
        """;

    // Only what the log itself holds: a node with another history cannot leave its state here.
    public const string SaveSnapshot = """
        INSERT INTO snapshots (venue, shape, seq, mark, content)
        SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM entries WHERE venue = ?1 AND seq = ?3 AND mark = ?4)
        ON CONFLICT DO UPDATE SET seq = excluded.seq, mark = excluded.mark, content = excluded.content
            WHERE excluded.seq > snapshots.seq
        """;

    public const string Snapshot = """
        SELECT venue, shape, seq, mark, content FROM snapshots
        WHERE venue = ?1 AND shape BETWEEN ?2 AND ?3 ORDER BY seq DESC, shape DESC LIMIT 1
        """;

    public const string PutDocument = "INSERT INTO documents (hash, content) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    public const string Document = "SELECT content FROM documents WHERE hash = ?1";

    public const string OpenSession = """
        INSERT INTO sessions (id, token_hash, venue, staff, device, device_name, stream, opened, last_seen, revoked)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """;

    public const string SessionBy = Session + "WHERE token_hash = ?1";
    public const string Sessions = Session + "WHERE venue = ?1 ORDER BY opened DESC, id";
    public const string Seen = "UPDATE sessions SET last_seen = ?2 WHERE id IN (SELECT value FROM json_each(?1)) AND last_seen < ?2";
    public const string Revoke = "UPDATE sessions SET revoked = ?3 WHERE venue = ?1 AND id = ?2 AND revoked IS NULL";

    public const string AddCode = "INSERT INTO codes (hash, venue, staff, expires, used) VALUES (?1, ?2, ?3, ?4, ?5)";

    public const string Redeem = """
        UPDATE codes SET used = ?2 WHERE hash = ?1 AND used IS NULL AND expires > ?2
        RETURNING hash, venue, staff, expires, used
        """;

    public const string Vouch = """
        INSERT INTO vouches (venue, device, node, at)
        SELECT value ->> 0, value ->> 1, ?2, ?3 FROM json_each(?1) WHERE true
        ON CONFLICT DO UPDATE SET node = excluded.node, at = excluded.at
        """;

    public const string Swept = "SELECT swept_at, whole_since FROM sweep";
    public const string SetSwept = "INSERT INTO sweep (one, swept_at, whole_since) VALUES (1, ?1, ?2) ON CONFLICT DO UPDATE SET swept_at = ?1, whole_since = ?2";
    public const string PullBackVouches = "UPDATE vouches SET at = ?1 WHERE at > ?1";
    public const string Unvouched = "SELECT venue, device, node, at FROM vouches WHERE at < ?1 ORDER BY at";
    public const string ForgetDevice = "DELETE FROM vouches WHERE venue = ?1 AND device = ?2";

    public const string Anchor = "SELECT store_time, venue_time, pace FROM clock_anchor";
    public const string SetAnchor = "INSERT INTO clock_anchor (one, store_time, venue_time, pace) VALUES (1, ?1, ?2, ?3) ON CONFLICT DO NOTHING";

    private const string Entry = "SELECT seq, command_id, digest, at, day, body, mark FROM entries WHERE venue = ?1 ";

    private const string Session =
        "SELECT id, token_hash, venue, staff, device, device_name, stream, opened, last_seen, revoked FROM sessions ";
}
