-- The same in the database of the keys: an erased guest's key is deleted, nothing else is.
--   psql --dbname reception_keys --set hub=reception_hub --file deploy/postgres/grants-keys.sql
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO :hub;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO :hub;
GRANT INSERT ON secrets TO :hub;
GRANT INSERT, UPDATE, DELETE ON keys TO :hub;
