-- access: who may come in
create table administrator (
    id              uuid primary key,
    user_name       text not null unique,
    display_name    text not null,
    password_hash   text,
    must_change     boolean not null,
    failed_attempts integer not null default 0,
    locked_until    timestamptz,
    created_at      timestamptz not null,
    updated_at      timestamptz not null
);
comment on column administrator.password_hash is 'Argon2id in PHC string format.';

create table session (
    token_hash       bytea primary key,
    administrator_id uuid not null references administrator (id) on delete cascade,
    created_at       timestamptz not null,
    seen_at          timestamptz not null,
    expires_at       timestamptz not null
);
comment on column session.token_hash is 'SHA-256 of the cookie''s value, which has 256 random bits.';
create index on session (expires_at);

create table api_token (
    id               uuid primary key,
    name             text not null,
    token_hash       bytea not null unique,
    administrator_id uuid not null references administrator (id) on delete cascade,
    created_at       timestamptz not null,
    expires_at       timestamptz,
    last_used_at     timestamptz,
    revoked_at       timestamptz
);

-- web: an answer is kept with its idempotency key, so that a repeated post gets the same one
create table idempotency_key (
    actor        text not null,
    key          text not null,
    request_hash bytea not null,
    status       integer,
    headers      jsonb,
    body         text,
    created_at   timestamptz not null,
    primary key (actor, key)
);
comment on column idempotency_key.status is 'Null while the first request is under way.';
create index on idempotency_key (created_at);
