-- A host counts as silent, and not as on its way, when its newest stored event is older than that against what its partition is stored to.
create or replace function perfwatch_silence()
returns interval
language sql immutable parallel safe
as $$ select interval '15 seconds' $$;
comment on function perfwatch_silence() is 'How long a host may say nothing and still be there.';

create or replace function perfwatch_completeness(host text, from_time timestamptz, to_time timestamptz)
returns table (topic text, stored bigint, missing bigint, pending bigint, unobserved_seconds double precision)
language sql stable
as $$
    with of_host as (
        select c.*, uuid_extract_timestamp(c.run) as began,
               lag(c.last_sequence) over (partition by c.topic, c.run order by c.start) as previous
        from completeness c
        join host h on h.id = c.host_id
        where h.name = perfwatch_completeness.host
            and c.start >= from_time - interval '2 days' and c.start < to_time
    ), counted as (
        select c.topic, sum(c.stored)::bigint as stored,
               sum(c.last_sequence - c.first_sequence + 1 - c.stored
                   + greatest(0, c.first_sequence - 1 - coalesce(c.previous,
                         case when c.began >= from_time then 0 else c.first_sequence - 1 end)))::bigint as missing
        from of_host c
        where c.last_time >= from_time and c.first_time < to_time
        group by c.topic
    ), observed as (
        select c.topic, range_agg(tstzrange(c.first, c.last, '[]')) as ranges, max(c.last) as until
        from (
            select o.topic, o.run, greatest(least(min(o.began), min(o.first_time)), min(o.first_time) - perfwatch_silence()) as first,
                   max(o.last_time) as last
            from of_host o group by o.topic, o.run
        ) c
        group by c.topic
    ), known as (
        select s.topic, s.append_time as heard, w.append_time as stored_until,
               (select min(c.first_time) from completeness c where c.host_id = s.host_id and c.topic = s.topic) as since,
               coalesce((
                   select extract(epoch from c.last_time - c.first_time) / nullif(c.last_sequence - c.first_sequence, 0)
                   from completeness c where c.host_id = s.host_id and c.topic = s.topic and c.run = s.run
                   order by c.start desc limit 1), 1) as seconds_per_event
        from host h
        join host_state s on s.host_id = h.id
        left join watermark w on w.topic = s.topic and w.partition = s.partition
        where h.name = perfwatch_completeness.host
    ), judged as (
        select k.*, o.ranges,
               greatest(k.since, from_time) as first,
               case when k.stored_until - k.heard > perfwatch_silence() then k.stored_until else o.until end as last,
               coalesce(k.stored_until - k.heard <= perfwatch_silence(), true) as is_there
        from known k
        left join observed o on o.topic = k.topic
    )
    select j.topic, coalesce(c.stored, 0), coalesce(c.missing, 0),
           case when j.is_there then floor(greatest(0, extract(epoch from
               least(to_time, now()) - greatest(from_time, coalesce(j.stored_until, j.heard))) / j.seconds_per_event))::bigint
               else 0 end,
           coalesce((
               select sum(extract(epoch from upper(gap) - lower(gap)))::double precision
               from unnest(tstzmultirange(tstzrange(j.first, greatest(j.first, least(to_time, coalesce(j.last, to_time)))))
                   - coalesce(j.ranges, '{}'::tstzmultirange)) as gap), 0)
    from judged j
    left join counted c on c.topic = j.topic
    order by j.topic
$$;
comment on function perfwatch_completeness(text, timestamptz, timestamptz) is
    'What is kept of a host in a range, for each topic: events that are stored and missing (of all hours that the range touches), events on their way (an estimate), and for how many seconds no probe ran: select * from perfwatch_completeness(''web-1'', now() - interval ''1 day'', now())';
