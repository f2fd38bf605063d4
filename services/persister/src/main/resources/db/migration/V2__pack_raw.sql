create table pack_raw (
    host_id integer not null,
    family smallint not null,
    start timestamptz not null,
    samples smallint not null,
    payload jsonb not null,
    constraint pack_raw_pk primary key (host_id, family, start)
) partition by range (start);
comment on table pack_raw is 'The samples of one family of one host over one minute, as they came. Partitions of six hours are made ahead and dropped whole.';
comment on column pack_raw.family is 'See family.id.';
comment on column pack_raw.start is 'The minute, by the host''s clock.';
comment on column pack_raw.samples is 'How many there are.';
comment on column pack_raw.payload is '{"t": ms after start, comma-separated; "runs": the probe''s runs; "run": index into runs, one number or comma-separated; "seq": sequences, comma-separated; "metrics": {path inside the family: decimals, comma-separated, empty for absent, or one number for all}; "texts": {path: [[from sample, value or null], …]}}';
