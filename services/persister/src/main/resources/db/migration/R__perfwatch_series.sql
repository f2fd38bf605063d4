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

-- A list of differences is summed up, in units or beside a step; what a list of steps leaves out at its end grows by the step alone.
create or replace function perfwatch_list(value jsonb, samples integer)
returns double precision[]
language sql immutable parallel safe
as $$
    select case
        when jsonb_typeof(value) = 'number' then array_fill((value #>> '{}')::double precision, array[samples])
        when position(':' in value #>> '{}') > 0 then (
            select array_agg(case when d <> '' then (unit * units)::double precision end order by i)
            from (
                select i, d, split_part(value #>> '{}', ':', 1)::numeric as unit,
                       sum(nullif(d, '')::bigint) over (order by i) as units
                from unnest(string_to_array(split_part(value #>> '{}', ':', 2), ',')) with ordinality as l (d, i)
            ) l)
        when value #>> '{}' ~ '^[0-9]+[+]' then (
            select array_agg((step * (i - 1) + more)::double precision order by i)
            from (
                select i, split_part(value #>> '{}', '+', 1)::bigint as step,
                       sum(coalesce(l.d[i], 0)) over (order by i) as more
                from generate_series(1, samples) i,
                     (select string_to_array(split_part(value #>> '{}', '+', 2), ',')::bigint[] as d) l
            ) l)
        when value #>> '{}' = '' then null
        else string_to_array(value #>> '{}', ',', '')::double precision[]
    end
$$;
comment on function perfwatch_list(jsonb, integer) is
    'A member of a payload, one value for each of so many samples; null: absent. It is one number for all; or decimals, 0.1,,0.12; or a unit, the first one in units and how many units more each next one is, 0.01:10,,2; or a step, the first one and how much more than a step further each next one is, 1000+38,0,1.';

-- unnest walks times and values side by side.
drop function if exists perfwatch_series(text, text, timestamptz, timestamptz);
create function perfwatch_series(
    host text, path text, from_time timestamptz, to_time timestamptz)
returns table ("time" timestamptz, metric text, value double precision)
language sql stable parallel safe
as $$
    select s.at, perfwatch_whole(s.family, s.key), s.number
    from (
        select f.name as family, m.key, p.start + x.t * interval '1 millisecond' as at, x.v as number
        from family f
        join host h on h.name = perfwatch_series.host
        join pack_raw p on p.host_id = h.id and p.family = f.id
            and p.start > from_time - interval '1 minute' and p.start < to_time
        cross join lateral perfwatch_matches(p.payload -> 'metrics', perfwatch_inside(path)) m
        cross join lateral unnest(
            perfwatch_list(p.payload -> 't', p.samples), perfwatch_list(m.value, p.samples)) as x (t, v)
        where f.name = perfwatch_family(path)
    ) s
    where s.number is not null and s.at >= from_time and s.at < to_time
    order by s.at, s.key
$$;
comment on function perfwatch_series(text, text, timestamptz, timestamptz) is
    'A metric of a host, as it was sampled, from (inclusive) to (exclusive); with [*] in the path, of every device: select * from perfwatch_series(''web-1'', ''disks[*].utilization'', now() - interval ''10 minutes'', now())';

drop function if exists perfwatch_spans(jsonb, integer);

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
            perfwatch_list(coalesce(m.value -> 'min', m.value), cardinality(p.t)),
            perfwatch_list(coalesce(m.value -> 'avg', m.value), cardinality(p.t)),
            perfwatch_list(coalesce(m.value -> 'max', m.value), cardinality(p.t)),
            perfwatch_list(coalesce(m.value -> 'count', p.payload -> 'samples'), cardinality(p.t))
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
