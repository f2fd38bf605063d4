-- Not the server's default, which may be lz4: what a value takes on disk was measured with this.
alter table pack_raw alter column payload set compression pglz;
alter table pack_minute alter column payload set compression pglz;
alter table pack_hour alter column payload set compression pglz;
