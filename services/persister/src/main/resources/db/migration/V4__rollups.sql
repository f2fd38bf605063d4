create table pack_minute (
    host_id integer not null,
    family smallint not null,
    start timestamptz not null,
    samples integer not null,
    payload jsonb not null,
    constraint pack_minute_pk primary key (host_id, family, start)
) partition by range (start);
comment on table pack_minute is 'The minutes of one family of one host over one hour, rolled up from pack_raw. Partitions of a week are made ahead and dropped whole.';
comment on column pack_minute.family is 'See family.id.';
comment on column pack_minute.start is 'The hour, by the host''s clock.';
comment on column pack_minute.samples is 'How many samples it sums up.';
comment on column pack_minute.payload is '{"t": ms from start to each minute, comma-separated; "runs": the probe''s runs; "run": of each minute''s newest sample, index into runs; "seq": its sequence; "samples": how many a minute; "seconds": how many they cover; "metrics": {path inside the family: one number: each sample of all minutes; decimals: each sample of that minute; {"min", "avg", "max", "count"}, each one number or decimals, count left out where it is that of samples}}. A member that is the same in each minute is one number, else comma-separated, empty for absent.';

create table pack_hour (
    host_id integer not null,
    family smallint not null,
    start timestamptz not null,
    samples integer not null,
    payload jsonb not null,
    constraint pack_hour_pk primary key (host_id, family, start)
) partition by range (start);
comment on table pack_hour is 'The hours of one family of one host over one day, rolled up from pack_minute, without processes and control groups. Partitions of a quarter are made ahead and dropped whole.';
comment on column pack_hour.family is 'See family.id.';
comment on column pack_hour.start is 'The day, UTC, by the host''s clock.';
comment on column pack_hour.samples is 'How many samples it sums up.';
comment on column pack_hour.payload is 'As in pack_minute, with hours for minutes.';

create table dirty (
    tier text not null constraint dirty_tier check (tier in ('minute', 'hour')),
    start timestamptz not null,
    host_id integer not null,
    family smallint not null,
    version integer not null default 1,
    constraint dirty_pk primary key (tier, start, host_id, family)
) with (fillfactor = 50);
comment on table dirty is 'Rows of pack_minute and pack_hour that are to be written anew, as something below them changed; marked in the transaction that changed it.';
comment on column dirty.tier is 'minute: of pack_minute; hour: of pack_hour.';
comment on column dirty.start is 'Start of that row.';
comment on column dirty.version is 'Counts the changes: what came while the row was written anew is not forgotten.';

grant select on pack_minute, pack_hour, dirty to perfwatch_reader;
