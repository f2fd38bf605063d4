grant usage on schema public to perfwatch_reader;
grant select on host, host_state, host_inventory, family, watermark, pack_raw to perfwatch_reader;
