#!/usr/bin/env bash
# Run by the image of PostgreSQL when it makes its cluster: the roles with their passwords, and the database.
set -euo pipefail
# Through standard input, so that no password is on a command line.
psql -v ON_ERROR_STOP=1 --no-psqlrc -U "${POSTGRES_USER:-postgres}" -d postgres <<'SQL'
\i /perfwatch/roles.sql
\getenv persister PERFWATCH_PERSISTER_PASSWORD
\getenv gateway PERFWATCH_GATEWAY_PASSWORD
\getenv access PERFWATCH_ACCESS_PASSWORD
\getenv sql PERFWATCH_SQL_PASSWORD
alter role perfwatch_persister password :'persister';
alter role perfwatch_gateway password :'gateway';
alter role perfwatch_access password :'access';
alter role perfwatch_sql password :'sql';
create database perfwatch owner perfwatch_persister;
revoke connect on database perfwatch from public;
grant connect on database perfwatch to perfwatch_reader;
grant connect, create on database perfwatch to perfwatch_access;
SQL
