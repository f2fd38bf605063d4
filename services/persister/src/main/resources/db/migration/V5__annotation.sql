create table annotation (
    id text not null constraint annotation_pk primary key,
    time timestamptz not null,
    until timestamptz,
    text text not null,
    tags text[] not null,
    hosts text[] not null,
    append_time timestamptz not null,
    log_offset bigint not null
);
comment on table annotation is 'What people and systems said of a moment or a range: deploys, incidents; as the topic''s newest records say.';
comment on column annotation.id is 'The record''s key.';
comment on column annotation.until is 'When it ended; null: it was a moment.';
comment on column annotation.hosts is 'Whom it concerns; none: every host.';
comment on column annotation.append_time is 'When the broker took the record; with log_offset it tells which of two is the newer.';
comment on column annotation.log_offset is 'The record''s place in its partition.';

-- Of all that begin before a range's end, those that end after its beginning.
create index annotation_end on annotation (coalesce(until, time));

grant select on annotation to perfwatch_reader;
