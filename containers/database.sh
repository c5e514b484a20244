#!/bin/sh
# Runs once, when the database's volume is new: a plain account for the site, and its database.
# The account owns the tables and is no superuser, so that what the database forbids holds for it.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$SITE_PASSWORD" --username="$POSTGRES_USER" <<'SQL'
CREATE ROLE site LOGIN PASSWORD :'password' NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
CREATE DATABASE goldenthread OWNER site ENCODING 'UTF8';
SQL
