-- access: how people sign in
create table sign_in_policy (
    only_row               boolean primary key default true check (only_row),
    shortest_password      integer not null default 12 check (shortest_password between 8 and 64),
    second_factor_required boolean not null default false,
    idle_minutes           integer not null default 30 check (idle_minutes between 1 and 1440),
    longest_minutes        integer not null default 720 check (longest_minutes between 5 and 10080),
    longest_token_days     integer default 365 check (longest_token_days between 1 and 3660),
    version                integer not null default 1,
    constraint idle_ends_first check (idle_minutes <= longest_minutes)
);
comment on table sign_in_policy is 'One row: what is asked of passwords, sessions and API tokens.';
comment on column sign_in_policy.second_factor_required is 'Of administrators who sign in with a password.';
comment on column sign_in_policy.longest_token_days is 'How long a new API token may live; null: for ever.';
insert into sign_in_policy default values;

create table sign_in_failure (
    subject      bytea primary key,
    failures     integer not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);
comment on table sign_in_failure is 'Wrong passwords and codes in a row, also for names nobody has: an unknown name is locked like a known one.';
comment on column sign_in_failure.subject is 'SHA-256 of the name or address that was tried; people type passwords into the field for the name.';
create index on sign_in_failure (last_at);

create table second_factor (
    administrator_id uuid primary key references administrator (id) on delete cascade,
    sealed_secret    bytea not null,
    begun_at         timestamptz not null,
    confirmed_at     timestamptz,
    last_step        bigint not null default 0
);
comment on table second_factor is 'Time-based one-time passwords (RFC 6238).';
comment on column second_factor.confirmed_at is 'Since when codes are asked for; null until a first right code.';
comment on column second_factor.last_step is 'Number of the 30 seconds whose code was used last: it and earlier ones are used up.';

create table recovery_code (
    administrator_id uuid not null references second_factor (administrator_id) on delete cascade,
    code_hash        bytea not null,
    used_at          timestamptz,
    primary key (administrator_id, code_hash)
);
comment on column recovery_code.code_hash is 'SHA-256 of the code, which has 80 random bits.';

alter table session add column id uuid not null default gen_random_uuid() unique;
alter table session add column method text not null default 'PASSWORD' check (method in ('PASSWORD', 'OPENID_CONNECT'));
alter table session add column asks_code boolean not null default false;
alter table session add column address text;
alter table session add column user_agent text;
comment on column session.asks_code is 'The password was right; nothing is possible before the code of the second factor.';
create index on session (administrator_id) where administrator_id is not null;
