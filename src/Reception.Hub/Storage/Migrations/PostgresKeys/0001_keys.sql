-- Keys lie apart from what they open, in a database of their own with backups of its own. Times as in the store.

CREATE TABLE secrets (
    name  text COLLATE "C" NOT NULL PRIMARY KEY,
    value bytea NOT NULL
);

-- What was destroyed leaves the pages with the next vacuum.
CREATE TABLE keys (
    venue text COLLATE "C" NOT NULL,
    guest text COLLATE "C" NOT NULL,
    value bytea  NOT NULL CHECK (length(value) = 32),
    made  bigint NOT NULL,
    PRIMARY KEY (venue, guest)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);
