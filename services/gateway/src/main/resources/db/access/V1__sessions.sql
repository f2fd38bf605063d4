-- Spring Session's tables; their names and columns are its own.
create table spring_session (
    primary_id char(36) not null constraint spring_session_pk primary key,
    session_id char(36) not null constraint spring_session_id_unique unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);
comment on table spring_session is 'Logins of browsers, shared by all gateways. Times are milliseconds since 1970.';

create table spring_session_attributes (
    session_primary_id char(36) not null
        constraint spring_session_attributes_fk references spring_session on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name)
);
comment on table spring_session_attributes is 'Whose login it is, and by which password (a digest of its hash).';
