create table tier (
    name text not null constraint tier_pk primary key,
    retention interval not null,
    dropped_until timestamptz not null default '-infinity'
);
comment on table tier is 'The resolutions that are kept: raw (pack_raw), minute (pack_minute), hour (pack_hour).';
comment on column tier.retention is 'How long, as the persister obeys it now; set through the gateway or in its configuration.';
comment on column tier.dropped_until is 'Rows before it were dropped; what was rolled up from them is never computed again.';

insert into tier (name, retention) values ('raw', '48 hours'), ('minute', '30 days'), ('hour', '730 days');

grant select on tier to perfwatch_reader;
