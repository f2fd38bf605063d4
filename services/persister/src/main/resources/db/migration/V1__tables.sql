create table host (
    id integer generated always as identity constraint host_pk primary key,
    name text not null constraint host_name_unique unique,
    first_seen timestamptz not null default now()
);
comment on table host is 'Every host that ever sent an event.';
comment on column host.id is 'Stands for the host in all other tables.';
comment on column host.name is 'As the probes resolve it: lower case, [a-z0-9._-]{1,253}.';
comment on column host.first_seen is 'When its first event was stored.';

create table host_state (
    host_id integer not null,
    topic text not null,
    append_time timestamptz not null,
    sample_time timestamptz not null,
    run uuid not null,
    sequence bigint not null,
    constraint host_state_pk primary key (host_id, topic)
) with (fillfactor = 50);
comment on table host_state is 'The newest stored event of each host and topic: a small table, rewritten every minute.';
comment on column host_state.append_time is 'When the broker took the newest event; up, late and gone are told from it.';
comment on column host_state.sample_time is 'When that event was sampled, by the host''s clock.';
comment on column host_state.run is 'The probe''s run that it is of.';
comment on column host_state.sequence is 'Its sequence in that run.';

create table host_inventory (
    host_id integer not null,
    probe text not null,
    since timestamptz not null,
    document jsonb not null,
    constraint host_inventory_pk primary key (host_id, probe, since)
);
comment on table host_inventory is 'What a host and its probes are and were; the newest row of a probe holds now.';
comment on column host_inventory.probe is 'The service that told: sampler or perf-counter.';
comment on column host_inventory.since is 'Sample time of the first event that said so.';
comment on column host_inventory.document is 'The event of perfwatch.hosts.v1 without its time and sequence.';

create table family (
    topic text not null,
    name text not null,
    id smallint generated always as identity constraint family_id_unique unique,
    constraint family_pk primary key (topic, name)
);
comment on table family is 'Dictionary of the families of metrics that were ever stored.';
comment on column family.topic is 'The topic that carries it.';
comment on column family.name is 'The member of the event, the first part of a metric''s path; unavailable holds the reasons for what could not be measured.';
comment on column family.id is 'Stands for the family in packs.';

create table watermark (
    topic text not null,
    partition integer not null,
    next_offset bigint not null,
    append_time timestamptz not null,
    constraint watermark_pk primary key (topic, partition)
);
comment on table watermark is 'How far each partition is stored completely, written with the packs.';
comment on column watermark.next_offset is 'Every record before it is stored, or counted as not to be stored.';
comment on column watermark.append_time is 'When the broker took the newest record before it.';
