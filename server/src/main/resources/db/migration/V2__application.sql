-- application: the targets
create table application (
    id                        uuid primary key,
    name                      text not null unique,
    connector                 text not null,
    settings                  jsonb not null default '{}',
    sealed_secrets            bytea,
    data_synchronization      boolean not null,
    change_tracking           boolean not null,
    callback_mode             boolean not null,
    callback_deadline_seconds integer not null check (callback_deadline_seconds between 1 and 2592000),
    sealed_callback_secret    bytea,
    max_attempts              integer not null check (max_attempts between 1 and 100),
    first_delay_ms            bigint not null check (first_delay_ms between 10 and 86400000),
    max_delay_ms              bigint not null check (max_delay_ms between 10 and 604800000),
    max_concurrency           integer not null check (max_concurrency between 1 and 1000),
    rate_per_second           double precision check (rate_per_second > 0),
    request_timeout_ms        integer not null check (request_timeout_ms between 100 and 600000),
    masked_attributes         text[] not null default '{}',
    account_name_expression   text not null,
    version                   integer not null default 1,
    created_at                timestamptz not null,
    updated_at                timestamptz not null
);
comment on table application is 'A target system and how it is spoken to.';
comment on column application.connector is 'Name of the connector type.';
comment on column application.settings is 'Connection settings that are not secret.';
comment on column application.sealed_secrets is 'Secret connection settings, sealed; never readable back.';
comment on column application.sealed_callback_secret is 'Key of the Standard Webhooks signature of callbacks, sealed.';
comment on column application.masked_attributes is 'Target attributes masked in the log beyond passwords and declared secrets.';
comment on column application.account_name_expression is 'CEL expression that gives an account its name.';
comment on column application.rate_per_second is 'Operations per second over all servers; null for no limit.';

-- mapping: user to attributes of the target
create table attribute_mapping (
    application_id uuid not null references application (id) on delete cascade,
    object_type    text not null check (object_type in ('ACCOUNT', 'ORGANIZATION', 'GROUP')),
    target         text not null,
    expression     text not null,
    secret         boolean not null default false,
    position       integer not null,
    primary key (application_id, object_type, target)
);
comment on table attribute_mapping is 'Target attribute from a CEL expression over user, organization and account.';
comment on column attribute_mapping.secret is 'The value is sealed in tasks and masked in the log.';
