package io.perfwatch.gateway.host;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Hosts that have reported at some time; only ever read. */
interface StoredHosts extends Repository<StoredHost, Integer> {
    @Query(
            """
            select host.id, host.name, state.last_seen,
                coalesce(inventory.described, host.first_seen) as described, inventory.probes
            from host
            left join (select host_id, max(append_time) as last_seen from host_state group by host_id) state
                on state.host_id = host.id
            left join (
                select host_id, jsonb_agg(told order by since desc)::text as probes,
                    max(since) as described
                from (select distinct on (host_id, probe) host_id, since,
                             document || jsonb_build_object('time', since) as told
                      from host_inventory order by host_id, probe, since desc) newest
                group by host_id) inventory
                on inventory.host_id = host.id
            order by host.name
            """)
    List<StoredHost> all();
}
