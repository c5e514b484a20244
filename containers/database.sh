#!/bin/sh
# Runs once, when the database's volume is new: two plain accounts and their database.
# docs/how-to/run-on-postgresql.md says why there are two: one owns the tables, the site none.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" \
    --set=keeper="$KEEPER_PASSWORD" --set=site="$SITE_PASSWORD" <<'SQL'
CREATE ROLE keeper LOGIN PASSWORD :'keeper' NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
CREATE ROLE site LOGIN PASSWORD :'site' NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
CREATE DATABASE goldenthread OWNER keeper ENCODING 'UTF8' TEMPLATE template0;
\connect goldenthread
ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO site;
ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT USAGE ON SEQUENCES TO site;
GRANT USAGE, CREATE ON SCHEMA public TO keeper;
GRANT USAGE ON SCHEMA public TO site;
SQL
