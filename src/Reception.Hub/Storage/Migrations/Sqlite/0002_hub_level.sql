-- The lowest level that a hub must know to work on this store.

CREATE TABLE hub_level (
    one   INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    level INTEGER NOT NULL
) STRICT;

INSERT INTO hub_level (one, level) VALUES (1, 1);

PRAGMA user_version = 2;
