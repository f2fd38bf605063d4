-- Every tombstone is noted, also of a host of which nothing is stored yet.
alter table forgotten_host drop constraint forgotten_host_pk;
alter table forgotten_host alter column id drop not null;
alter table forgotten_host add column noted timestamptz not null default now();
comment on table forgotten_host is 'Hosts that somebody deleted: what is kept of them is being removed, and what the broker took before is not stored any more.';
comment on column forgotten_host.id is 'Its host.id, which is not given again; null where nothing was stored of it, or all has been removed.';
comment on column forgotten_host.noted is 'When it was written down here: for a minute, a flush that was under way may still bring rows.';
comment on column host.first_seen is 'When the broker took the first of its events that was stored.';
