-- The roles that PerfWatch expects of a database server. Plain SQL, may run again: nothing changes when they are there.
-- Passwords are set by whoever starts the server (alter role … password …); none is kept here.
do $$
begin
  if not exists (select from pg_roles where rolname = 'perfwatch_reader') then
    create role perfwatch_reader nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'perfwatch_persister') then
    create role perfwatch_persister login;
  end if;
  if not exists (select from pg_roles where rolname = 'perfwatch_gateway') then
    create role perfwatch_gateway login in role perfwatch_reader;
  end if;
  if not exists (select from pg_roles where rolname = 'perfwatch_access') then
    create role perfwatch_access login;
  end if;
  if not exists (select from pg_roles where rolname = 'perfwatch_sql') then
    create role perfwatch_sql login in role perfwatch_reader connection limit 20;
  end if;
end
$$;

alter role perfwatch_sql set default_transaction_read_only = on;
alter role perfwatch_sql set statement_timeout = '30s';
alter role perfwatch_sql set idle_in_transaction_session_timeout = '60s';

comment on role perfwatch_persister is 'Owns the database perfwatch and writes it.';
comment on role perfwatch_gateway is 'Reads for the dashboard.';
comment on role perfwatch_reader is 'Group of those who read by SQL: grant perfwatch_reader to NAME.';
comment on role perfwatch_access is 'Keeps the gateway''s sessions and tokens, in the schema access, which it makes itself: grant create on database perfwatch to perfwatch_access.';
comment on role perfwatch_sql is 'Reads by SQL and does nothing else, 30 seconds a question; see docs/SQL.md.';
