-- The least that a running hub needs in the database of the logs. Its owner migrates (and runs this again afterwards):
--   psql --dbname reception --set hub=reception_hub --file deploy/postgres/grants.sql
-- Whoever gets hold of a hub's password can then neither change nor remove an entry of a log.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO :hub;
GRANT EXECUTE ON FUNCTION store_ticks() TO :hub;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO :hub;
GRANT INSERT ON entries, documents, installation, clock_anchor TO :hub;
GRANT INSERT, UPDATE ON venues, snapshots, sessions, codes, sweep TO :hub;
GRANT INSERT, UPDATE, DELETE ON cards, vouches TO :hub;
