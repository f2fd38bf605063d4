create table token (
    id uuid not null constraint token_pk primary key,
    name text not null,
    role text not null constraint token_role_known check (role in ('viewer', 'operator')),
    hosts text[] not null,
    hash bytea not null constraint token_hash_unique unique,
    created_by text not null,
    created timestamptz not null,
    expires timestamptz not null,
    last_used timestamptz
);
comment on table token is 'API tokens of machines. A row that is deleted is a token that is revoked.';
comment on column token.name is 'What it is for, in the words of who made it.';
comment on column token.hosts is 'All hosts that it may ask about; empty: every host.';
comment on column token.hash is 'SHA-256 of the token, which itself is kept nowhere.';
comment on column token.created_by is 'The user who made it.';
comment on column token.last_used is 'To the minute.';
