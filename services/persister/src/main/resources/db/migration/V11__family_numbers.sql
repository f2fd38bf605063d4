-- Each start of a persister took a number a family, which were all there; there are 32,767.
select setval(pg_get_serial_sequence('family', 'id'), coalesce(max(id), 0) + 1, false) from family;
