-- identity: who is known to the platform
create table organization (
    id         uuid primary key,
    code       text not null unique,
    name       text not null,
    parent_id  uuid references organization (id),
    version    integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (parent_id is distinct from id)
);
comment on table organization is 'A node of the organization tree.';
comment on column organization.code is 'Stable key used by imports.';
create index on organization (parent_id);

create table users (
    id              uuid primary key,
    user_name       text not null,
    display_name    text not null,
    given_name      text,
    family_name     text,
    email           text,
    phone           text,
    employee_number text,
    organization_id uuid references organization (id),
    status          text not null check (status in ('ENABLED', 'DISABLED', 'DELETED')),
    attributes      jsonb not null default '{}',
    version         integer not null default 1,
    created_at      timestamptz not null,
    updated_at      timestamptz not null
);
comment on table users is 'A person known to the platform.';
comment on column users.attributes is 'Further attributes by name; mappings read them as user.attributes.NAME.';
create unique index users_user_name on users (lower(user_name));
create index on users (organization_id);
create extension if not exists pg_trgm;
create index users_text on users using gin ((user_name || ' ' || display_name || ' ' || coalesce(email, '')) gin_trgm_ops);
