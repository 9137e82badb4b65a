namespace Reception.Hub.Storage.Postgres;

/// <summary>
/// Every statement of the PostgreSQL store, and nothing else. All rest on READ COMMITTED: a row that somebody else has locked is waited
/// for and looked at again.
/// </summary>
internal static class Statements
{
    public const string Now = "SELECT store_ticks()";

    public const string Installation = "SELECT id FROM installation";
    public const string SetInstallation = "INSERT INTO installation (id) VALUES ($1)";
    public const string Level = "SELECT level FROM hub_level";
    public const string RaiseLevel = "UPDATE hub_level SET level = greatest(level, $1) RETURNING level";

    public const string Register = "INSERT INTO venues (venue, head, mark) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING";
    public const string Venues = "SELECT venue FROM venues ORDER BY venue";
    public const string Head = Ends + "WHERE venue = $1";
    public const string Heads = Ends + "WHERE venue = ANY($1)";
    // Without an index, see the migration.
    public const string Overdue = Ends + "WHERE next_due <= $1 ORDER BY next_due";
    public const string Hold = "SELECT head FROM venues WHERE venue = $1 FOR UPDATE";

    // Whoever moves the head from where it was has the row until the commit; all the rest hangs on that. Since every append moves it,
    // the head that still matches says that the command ids seen by this statement are all there are.
    public const string Append = """
        WITH moved AS (
            UPDATE venues SET head = $4, mark = $5, next_due = $6::bigint
            WHERE venue = $1 AND head = $2 AND mark = $3
                AND NOT EXISTS (SELECT 1 FROM entries WHERE venue = $1 AND command_id = ANY($8::text[]))
            RETURNING venue
        ), added AS (
            INSERT INTO entries (venue, seq, command_id, digest, at, day, body, mark)
            SELECT venue, seq, command_id, digest, at, day, body, mark
            FROM moved, unnest($7::bigint[], $8::text[], $9::bytea[], $10::bigint[], $11::date[], $12::bytea[], $13::bytea[])
                AS entry (seq, command_id, digest, at, day, body, mark)
        ), put AS (
            INSERT INTO cards (venue, guest, rev, sealed, index_phone, index_plate)
            SELECT venue, guest, rev, sealed, index_phone, index_plate
            FROM moved, unnest($14::text[], $15::bigint[], $16::bytea[], $17::bytea[], $18::bytea[])
                AS card (guest, rev, sealed, index_phone, index_plate)
            ON CONFLICT (venue, guest) DO UPDATE SET rev = excluded.rev, sealed = excluded.sealed,
                index_phone = excluded.index_phone, index_plate = excluded.index_plate
        ), erased AS (
            DELETE FROM cards USING moved WHERE cards.venue = moved.venue AND guest = ANY($19::text[])
        )
        SELECT $20::integer, store_ticks() FROM moved
        """;

    /// <summary>What became of an append: where the head is now, the mark at the number that was wanted, which commands are there already.</summary>
    public const string Outcome = """
        SELECT $4::integer, store_ticks(), head, mark,
            (SELECT mark FROM entries WHERE venue = $1 AND seq = $2),
            ARRAY(SELECT command_id FROM entries WHERE venue = $1 AND command_id = ANY($3::text[]))
        FROM venues WHERE venue = $1
        """;

    public const string Answered = Entry + "AND command_id = $2";
    public const string Entries = Entry + "AND seq > $2 ORDER BY seq LIMIT $3";
    public const string EntriesOf = Entry + "AND day = $2 ORDER BY seq";
    public const string Marks = "SELECT seq, mark FROM entries WHERE venue = $1 ORDER BY seq DESC LIMIT $2";

    public const string Card = "SELECT guest, rev, sealed FROM cards WHERE venue = $1 AND guest = $2";
    public const string Cards = "SELECT guest, rev, sealed FROM cards WHERE venue = $1 AND guest = ANY($2)";
    public const string WithCard = "SELECT guest FROM cards WHERE venue = $1 AND guest = ANY($2)";

    public const string GuestsBy = """
        SELECT guest FROM cards WHERE venue = $1 AND index_phone = $2::bytea
        UNION SELECT guest FROM cards WHERE venue = $1 AND index_plate = $3::bytea
        ORDER BY guest
        """;

    // Only what the log itself holds: a node with another history cannot leave its state here.
    public const string SaveSnapshot = """
        INSERT INTO snapshots (venue, shape, seq, mark, content)
        SELECT $1, $2, $3, $4, $5 WHERE EXISTS (SELECT 1 FROM entries WHERE venue = $1 AND seq = $3 AND mark = $4)
        ON CONFLICT (venue, shape) DO UPDATE SET seq = excluded.seq, mark = excluded.mark, content = excluded.content
            WHERE excluded.seq > snapshots.seq
        """;

    public const string Snapshot = """
        SELECT venue, shape, seq, mark, content FROM snapshots
        WHERE venue = $1 AND shape BETWEEN $2 AND $3 ORDER BY seq DESC, shape DESC LIMIT 1
        """;

    public const string PutDocument = "INSERT INTO documents (hash, content) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    public const string Document = "SELECT content FROM documents WHERE hash = $1";

    public const string OpenSession = """
        INSERT INTO sessions (id, token_hash, venue, staff, device, device_name, stream, opened, last_seen, revoked)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::bigint)
        """;

    public const string SessionBy = Session + "WHERE token_hash = $1";
    public const string Sessions = Session + "WHERE venue = $1 ORDER BY opened DESC, id";
    public const string Seen = "UPDATE sessions SET last_seen = $2 WHERE id = ANY($1) AND last_seen < $2";
    public const string Revoke = "UPDATE sessions SET revoked = $3 WHERE venue = $1 AND id = $2 AND revoked IS NULL";

    public const string AddCode = "INSERT INTO codes (hash, venue, staff, expires, used) VALUES ($1, $2, $3, $4, $5::bigint)";

    public const string Redeem = """
        UPDATE codes SET used = $2 WHERE hash = $1 AND used IS NULL AND expires > $2
        RETURNING hash, venue, staff, expires, used
        """;

    // The sweep's row first: nodes vouch one after the other, each with a time after the last one's.
    public const string LockSweep = "UPDATE sweep SET one = 1";

    // A clock that went back counts as a hole.
    public const string MoveSweep = """
        UPDATE sweep SET swept_before = swept_at, swept_at = now.ticks, whole_since =
            CASE WHEN swept_at IS NULL OR swept_at > now.ticks OR now.ticks - swept_at > $1 THEN now.ticks ELSE whole_since END
        FROM (SELECT store_ticks() AS ticks) AS now
        """;

    // Signs of life from the future would hide a lost device until then.
    public const string PullBackVouches = "UPDATE vouches SET at = swept_at FROM sweep WHERE at > swept_at";

    public const string Vouch = """
        INSERT INTO vouches (venue, device, node, at)
        SELECT venue, device, $3, swept_at FROM sweep, unnest($1::text[], $2::text[]) AS held (venue, device)
        ON CONFLICT (venue, device) DO UPDATE SET node = excluded.node, at = excluded.at
        """;

    public const string Swept = "SELECT swept_at, whole_since, swept_before FROM sweep";
    public const string Unvouched = "SELECT venue, device, node, at FROM vouches WHERE at < $1 ORDER BY at";
    public const string ForgetDevice = "DELETE FROM vouches WHERE venue = $1 AND device = $2";

    public const string Anchor = "SELECT store_time, venue_time, pace FROM clock_anchor";
    public const string SetAnchor = "INSERT INTO clock_anchor (one, store_time, venue_time, pace) VALUES (1, $1, $2, $3) ON CONFLICT DO NOTHING";

    private const string Ends = "SELECT venue, head, mark, next_due, store_ticks() FROM venues ";

    private const string Entry = "SELECT seq, command_id, digest, at, day, body, mark FROM entries WHERE venue = $1 ";

    private const string Session =
        "SELECT id, token_hash, venue, staff, device, device_name, stream, opened, last_seen, revoked FROM sessions ";
}
