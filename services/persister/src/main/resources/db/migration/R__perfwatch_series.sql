-- What a metric's path matches among the keys of payload -> 'metrics': [*] stands for every device or core. A device of the very name * is
-- written [\*]; ] and \ in a name are escaped with \.
create or replace function perfwatch_pattern(inside text)
returns text
language sql immutable parallel safe
as $$
    select '^' || string_agg(
        case m.part[1]
            when '[*]' then '\[(?:[^]\\]|\\.)+\]'
            else regexp_replace(m.part[1], '([][\\.*+?(){}|^$/-])', '\\\1', 'g')
        end, '' order by m.place) || '$'
    from regexp_matches(inside, '\[(?:[^]\\]|\\.)+\]|[^[]+', 'g') with ordinality as m (part, place)
$$;
comment on function perfwatch_pattern(text) is
    'The regular expression that a path inside a family stands for; [*] is every device or core.';

create or replace function perfwatch_family(path text)
returns text
language sql immutable parallel safe
as $$
    select (regexp_match(path, '^[A-Za-z][A-Za-z0-9]*'))[1]
$$;
comment on function perfwatch_family(text) is 'The family that a path begins with: cpu of cpu.utilization.';

create or replace function perfwatch_inside(path text)
returns text
language sql immutable parallel safe
as $$
    select regexp_replace(path, '^[A-Za-z][A-Za-z0-9]*\.?', '')
$$;
comment on function perfwatch_inside(text) is 'The rest of a path: [vda].utilization of disks[vda].utilization.';

create or replace function perfwatch_whole(family text, inside text)
returns text
language sql immutable parallel safe
as $$
    select family || case when inside like '[%' then '' else '.' end || inside
$$;
comment on function perfwatch_whole(text, text) is 'A path, from its family and the rest.';

-- One path or, with [*], all that it matches. Only a path with [*] makes the database look at every key.
create or replace function perfwatch_matches(metrics jsonb, inside text)
returns table (key text, value jsonb)
language sql immutable parallel safe
as $$
    select inside, metrics -> inside where position('[*]' in inside) = 0 and metrics ? inside
    union all
    select m.key, m.value from jsonb_each(metrics) m
    where position('[*]' in inside) > 0 and m.key ~ perfwatch_pattern(inside)
$$;
comment on function perfwatch_matches(jsonb, text) is 'The metrics of a pack that a path inside its family stands for.';

-- unnest walks times and values side by side; a constant series has no array of values.
drop function if exists perfwatch_series(text, text, timestamptz, timestamptz);
create function perfwatch_series(
    host text, path text, from_time timestamptz, to_time timestamptz)
returns table ("time" timestamptz, metric text, value double precision)
language sql stable parallel safe
as $$
    select s.at, perfwatch_whole(s.family, s.key), s.number
    from (
        select f.name as family, m.key, p.start + x.t::integer * interval '1 millisecond' as at,
               coalesce(nullif(x.v, ''),
                   case jsonb_typeof(m.value) when 'number' then m.value #>> '{}' end)::double precision as number
        from family f
        join host h on h.name = perfwatch_series.host
        join pack_raw p on p.host_id = h.id and p.family = f.id
            and p.start > from_time - interval '1 minute' and p.start < to_time
        cross join lateral perfwatch_matches(p.payload -> 'metrics', perfwatch_inside(path)) m
        cross join lateral unnest(
            string_to_array(p.payload ->> 't', ','),
            case jsonb_typeof(m.value) when 'string' then string_to_array(m.value #>> '{}', ',') end) as x (t, v)
        where f.name = perfwatch_family(path)
    ) s
    where s.number is not null and s.at >= from_time and s.at < to_time
    order by s.at, s.key
$$;
comment on function perfwatch_series(text, text, timestamptz, timestamptz) is
    'A metric of a host, as it was sampled, from (inclusive) to (exclusive); with [*] in the path, of every device: select * from perfwatch_series(''web-1'', ''disks[*].utilization'', now() - interval ''10 minutes'', now())';

-- A number stands for all spans, a string of decimals has one for each.
create or replace function perfwatch_spans(value jsonb, spans integer)
returns double precision[]
language sql immutable parallel safe
as $$
    select case jsonb_typeof(value)
        when 'string' then string_to_array(nullif(value #>> '{}', ''), ',', '')::double precision[]
        when 'number' then array_fill((value #>> '{}')::double precision, array[spans])
    end
$$;
comment on function perfwatch_spans(jsonb, integer) is 'A member of a payload of pack_minute or pack_hour, a value for each span; null: absent.';

create or replace function perfwatch_rollup(
    host text, path text, from_time timestamptz, to_time timestamptz, tier text default 'minute')
returns table ("time" timestamptz, metric text, minimum double precision, average double precision,
    maximum double precision, samples integer)
language sql stable parallel safe
as $$
    with packs as (
        select f.name as family, p.start, p.payload,
               string_to_array(p.payload ->> 't', ',')::integer[] as t
        from family f
        join host h on h.name = perfwatch_rollup.host
        join (
            select host_id, family, start, payload from pack_minute
            where tier = 'minute' and start > from_time - interval '1 hour' and start < to_time
            union all
            select host_id, family, start, payload from pack_hour
            where tier = 'hour' and start > from_time - interval '1 day' and start < to_time
        ) p on p.host_id = h.id and p.family = f.id
        where f.name = perfwatch_family(path)
    )
    select s.at, perfwatch_whole(s.family, s.key), s.minimum, s.average, s.maximum, s.samples::integer
    from (
        select p.family, m.key, p.start + x.t * interval '1 millisecond' as at,
               x.minimum, x.average, x.maximum, x.samples
        from packs p
        cross join lateral perfwatch_matches(p.payload -> 'metrics', perfwatch_inside(path)) m
        cross join lateral unnest(
            p.t,
            perfwatch_spans(coalesce(m.value -> 'min', m.value), cardinality(p.t)),
            perfwatch_spans(coalesce(m.value -> 'avg', m.value), cardinality(p.t)),
            perfwatch_spans(coalesce(m.value -> 'max', m.value), cardinality(p.t)),
            perfwatch_spans(coalesce(m.value -> 'count', p.payload -> 'samples'), cardinality(p.t))
        ) as x (t, minimum, average, maximum, samples)
    ) s
    where s.average is not null and s.at >= from_time and s.at < to_time
    order by s.at, s.key
$$;
comment on function perfwatch_rollup(text, text, timestamptz, timestamptz, text) is
    'A metric of a host by the minute (or by the hour: tier ''hour''), from (inclusive) to (exclusive); averages are weighted by time: select * from perfwatch_rollup(''web-1'', ''cpu.utilization'', now() - interval ''7 days'', now())';

create or replace function perfwatch_paths(
    host text, from_time timestamptz default now() - interval '1 hour', to_time timestamptz default now())
returns table (topic text, path text)
language sql stable parallel safe
as $$
    select distinct f.topic, perfwatch_whole(f.name, m.key)
    from host h
    join pack_raw p on p.host_id = h.id and p.start > from_time - interval '1 minute' and p.start < to_time
    join family f on f.id = p.family
    cross join lateral jsonb_object_keys(p.payload -> 'metrics') m (key)
    where h.name = perfwatch_paths.host
    order by 1, 2
$$;
comment on function perfwatch_paths(text, timestamptz, timestamptz) is
    'Every metric that a host had in a range, by default the last hour: select * from perfwatch_paths(''web-1'')';
