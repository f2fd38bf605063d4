-- The run differs at each start of a probe, which is no change of the host.
update host_inventory set document = document - 'run';
delete from host_inventory i using (
    select host_id, probe, since,
        document is not distinct from lag(document) over (partition by host_id, probe order by since) as again
    from host_inventory) told
where told.again and i.host_id = told.host_id and i.probe = told.probe and i.since = told.since;
comment on table host_inventory is 'What a host and its probes are and were, the newest 100 changes a probe; the newest row of a probe holds now.';
comment on column host_inventory.document is 'The event of perfwatch.hosts.v1 without its run, sequence and time.';
