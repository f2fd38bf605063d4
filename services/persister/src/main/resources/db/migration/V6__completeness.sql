create table completeness (
    host_id integer not null,
    topic text not null,
    start timestamptz not null,
    run uuid not null,
    stored bigint not null,
    first_sequence bigint not null,
    last_sequence bigint not null,
    first_time timestamptz not null,
    last_time timestamptz not null,
    constraint completeness_pk primary key (host_id, topic, start, run)
) with (fillfactor = 50);
comment on table completeness is 'How many events of each run of a probe are stored, by the hour, and by the day where no minutes are kept any more. A run numbers its events from 1, so a hole is loss; see perfwatch_completeness.';
comment on column completeness.start is 'The hour or the day, by the host''s clock.';
comment on column completeness.run is 'Of the probe, a UUIDv7: it tells when the run began.';
comment on column completeness.stored is 'Events that are stored, each counted once.';
comment on column completeness.first_sequence is 'Lowest sequence among them.';
comment on column completeness.last_sequence is 'Highest sequence among them.';
comment on column completeness.first_time is 'When the earliest was sampled.';
comment on column completeness.last_time is 'When the latest was sampled.';

alter table host_state add column partition integer;
comment on column host_state.partition is 'Of the topic, in which the host''s events are: its watermark says up to when they are stored.';

grant select on completeness to perfwatch_reader;
