-- The lateral array pair walks times and values side by side; a constant series has no array of values.
create or replace function perfwatch_series(
    host text, path text, from_time timestamptz, to_time timestamptz)
returns table ("time" timestamptz, value double precision)
language sql stable parallel safe
as $$
    with metric as (
        select (regexp_match(perfwatch_series.path, '^[A-Za-z][A-Za-z0-9]*'))[1] as family
    ), wanted as (
        select f.id as family,
               regexp_replace(substr(perfwatch_series.path, length(m.family) + 1), '^\.', '') as inside
        from metric m join family f on f.name = m.family
    ), series as (
        select p.start, p.payload ->> 't' as t, p.payload -> 'metrics' -> w.inside as v
        from wanted w
        join host h on h.name = perfwatch_series.host
        join pack_raw p on p.host_id = h.id and p.family = w.family
            and p.start > from_time - interval '1 minute' and p.start < to_time
    ), samples as (
        select s.start + x.t::integer * interval '1 millisecond' as at,
               case jsonb_typeof(s.v)
                   when 'string' then nullif(x.v, '')::double precision
                   else (s.v #>> '{}')::double precision
               end as number
        from series s
        cross join lateral unnest(
            string_to_array(s.t, ','),
            case jsonb_typeof(s.v) when 'string' then string_to_array(s.v #>> '{}', ',') end) as x(t, v)
        where jsonb_typeof(s.v) in ('string', 'number')
    )
    select at, number from samples
    where number is not null and at >= from_time and at < to_time
    order by at
$$;
comment on function perfwatch_series(text, text, timestamptz, timestamptz) is
    'One metric of one host, as it was sampled, from (inclusive) to (exclusive): select * from perfwatch_series(''web-1'', ''cpu.utilization'', now() - interval ''10 minutes'', now())';
grant execute on function perfwatch_series(text, text, timestamptz, timestamptz) to perfwatch_reader;
