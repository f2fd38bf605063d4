create table forgotten_host (
    id integer not null constraint forgotten_host_pk primary key,
    name text not null,
    forgotten timestamptz not null
);
comment on table forgotten_host is 'Hosts that somebody deleted: what is kept of them is being removed, and what was sent before is not stored again.';
comment on column forgotten_host.id is 'Its host.id, which is not given again.';
comment on column forgotten_host.forgotten is 'When the broker took the tombstone.';
create index forgotten_host_name on forgotten_host (name);

grant select on forgotten_host to perfwatch_reader;
