-- Keys lie apart from what they open, with backups of their own. Times as in the store.

CREATE TABLE secrets (
    name  TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE keys (
    venue TEXT    NOT NULL,
    guest TEXT    NOT NULL,
    value BLOB    NOT NULL CHECK (length(value) = 32),
    made  INTEGER NOT NULL,
    PRIMARY KEY (venue, guest)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 1;
