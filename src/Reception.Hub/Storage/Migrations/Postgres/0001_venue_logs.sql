-- As in the embedded store: times are 100 ns ticks of UTC since year 1, so that what is read is exactly what was written.
-- Text is compared byte by byte, whatever the server's language.

-- The store's clock (not that of the transaction's begin).
CREATE FUNCTION store_ticks() RETURNS bigint LANGUAGE sql VOLATILE AS
    $$ SELECT (extract(epoch FROM clock_timestamp()) * 10000000)::bigint + 621355968000000000 $$;

CREATE TABLE installation (
    id bytea NOT NULL CHECK (length(id) = 16)
);

CREATE TABLE hub_level (
    one   integer NOT NULL PRIMARY KEY CHECK (one = 1),
    level integer NOT NULL
);

INSERT INTO hub_level (one, level) VALUES (1, 1);

-- Updated with every append: room in the page, and no index on what changes, keep the row where it is.
CREATE TABLE venues (
    venue    text COLLATE "C" NOT NULL PRIMARY KEY,
    head     bigint NOT NULL,
    mark     bytea  NOT NULL CHECK (length(mark) = 32),
    next_due bigint
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

CREATE TABLE entries (
    venue      text COLLATE "C" NOT NULL,
    seq        bigint NOT NULL,
    command_id text COLLATE "C",
    digest     bytea,
    at         bigint NOT NULL,
    day        date   NOT NULL,
    body       bytea  NOT NULL,
    mark       bytea  NOT NULL CHECK (length(mark) = 32),
    PRIMARY KEY (venue, seq)
);

-- One key holds every answer (P5).
CREATE UNIQUE INDEX entries_command ON entries (venue, command_id) WHERE command_id IS NOT NULL;
CREATE INDEX entries_day ON entries (venue, day);

CREATE TABLE cards (
    venue       text COLLATE "C" NOT NULL,
    guest       text COLLATE "C" NOT NULL,
    rev         bigint NOT NULL,
    sealed      bytea  NOT NULL,
    index_phone bytea,
    index_plate bytea,
    PRIMARY KEY (venue, guest)
);

CREATE INDEX cards_phone ON cards (venue, index_phone) WHERE index_phone IS NOT NULL;
CREATE INDEX cards_plate ON cards (venue, index_plate) WHERE index_plate IS NOT NULL;

CREATE TABLE snapshots (
    venue   text COLLATE "C" NOT NULL,
    shape   integer NOT NULL,
    seq     bigint  NOT NULL,
    mark    bytea   NOT NULL,
    content bytea   NOT NULL,
    PRIMARY KEY (venue, shape)
);

CREATE TABLE documents (
    hash    text COLLATE "C" NOT NULL PRIMARY KEY,
    content bytea NOT NULL
);

CREATE TABLE sessions (
    id          text COLLATE "C" NOT NULL PRIMARY KEY,
    token_hash  bytea  NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    venue       text COLLATE "C" NOT NULL,
    staff       text   NOT NULL,
    device      text   NOT NULL,
    device_name text   NOT NULL,
    stream      text   NOT NULL,
    opened      bigint NOT NULL,
    last_seen   bigint NOT NULL,
    revoked     bigint
);

CREATE INDEX sessions_venue ON sessions (venue, opened);

CREATE TABLE codes (
    hash    bytea  NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    venue   text COLLATE "C" NOT NULL,
    staff   text   NOT NULL,
    expires bigint NOT NULL,
    used    bigint
);

CREATE TABLE vouches (
    venue  text COLLATE "C" NOT NULL,
    device text COLLATE "C" NOT NULL,
    node   text   NOT NULL,
    at     bigint NOT NULL,
    PRIMARY KEY (venue, device)
);

-- One row each: whether vouching has run without a hole (empty before the first), and where venue time is tied to store time.
CREATE TABLE sweep (
    one          integer NOT NULL PRIMARY KEY CHECK (one = 1),
    swept_at     bigint,
    swept_before bigint,
    whole_since  bigint
);

INSERT INTO sweep (one) VALUES (1);

CREATE TABLE clock_anchor (
    one        integer NOT NULL PRIMARY KEY CHECK (one = 1),
    store_time bigint NOT NULL,
    venue_time bigint NOT NULL,
    pace       double precision NOT NULL
);
