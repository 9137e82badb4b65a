-- Times are 100 ns ticks of UTC since year 1, so that what is read is exactly what was written.
-- The number at the end is the schema's; the file's own number.

CREATE TABLE installation (
    id BLOB NOT NULL CHECK (length(id) = 16)
) STRICT;

CREATE TABLE venues (
    venue    TEXT    NOT NULL PRIMARY KEY,
    head     INTEGER NOT NULL,
    mark     BLOB    NOT NULL CHECK (length(mark) = 32),
    next_due INTEGER
) STRICT, WITHOUT ROWID;

-- Without a rowid: the entries of one venue lie together, in order, and reading on from a cursor is one walk.
CREATE TABLE entries (
    venue      TEXT    NOT NULL,
    seq        INTEGER NOT NULL,
    command_id TEXT,
    digest     BLOB,
    at         INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    body       BLOB    NOT NULL,
    mark       BLOB    NOT NULL CHECK (length(mark) = 32),
    PRIMARY KEY (venue, seq)
) STRICT, WITHOUT ROWID;

-- One key holds every answer (P5).
CREATE UNIQUE INDEX entries_command ON entries (venue, command_id) WHERE command_id IS NOT NULL;
CREATE INDEX entries_day ON entries (venue, day);

CREATE TABLE cards (
    venue       TEXT    NOT NULL,
    guest       TEXT    NOT NULL,
    rev         INTEGER NOT NULL,
    sealed      BLOB    NOT NULL,
    index_phone BLOB,
    index_plate BLOB,
    PRIMARY KEY (venue, guest)
) STRICT, WITHOUT ROWID;

CREATE INDEX cards_phone ON cards (venue, index_phone) WHERE index_phone IS NOT NULL;
CREATE INDEX cards_plate ON cards (venue, index_plate) WHERE index_plate IS NOT NULL;

CREATE TABLE snapshots (
    venue   TEXT    NOT NULL,
    shape   INTEGER NOT NULL,
    seq     INTEGER NOT NULL,
    mark    BLOB    NOT NULL,
    content BLOB    NOT NULL,
    PRIMARY KEY (venue, shape)
) STRICT;

CREATE TABLE documents (
    hash    TEXT NOT NULL PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE sessions (
    id          TEXT    NOT NULL PRIMARY KEY,
    token_hash  BLOB    NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    venue       TEXT    NOT NULL,
    staff       TEXT    NOT NULL,
    device      TEXT    NOT NULL,
    device_name TEXT    NOT NULL,
    stream      TEXT    NOT NULL,
    opened      INTEGER NOT NULL,
    last_seen   INTEGER NOT NULL,
    revoked     INTEGER
) STRICT;

CREATE INDEX sessions_venue ON sessions (venue, opened);

CREATE TABLE codes (
    hash    BLOB    NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    venue   TEXT    NOT NULL,
    staff   TEXT    NOT NULL,
    expires INTEGER NOT NULL,
    used    INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE vouches (
    venue  TEXT    NOT NULL,
    device TEXT    NOT NULL,
    node   TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (venue, device)
) STRICT, WITHOUT ROWID;

-- One row each: whether vouching has run without a hole, and where venue time is tied to store time.
CREATE TABLE sweep (
    one         INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    swept_at    INTEGER NOT NULL,
    whole_since INTEGER NOT NULL
) STRICT;

CREATE TABLE clock_anchor (
    one        INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    store_time INTEGER NOT NULL,
    venue_time INTEGER NOT NULL,
    pace       REAL    NOT NULL
) STRICT;

PRAGMA user_version = 1;
