-- account: one user's presence in one application
create table account (
    id             uuid primary key,
    application_id uuid not null references application (id),
    user_id        uuid references users (id),
    name           text not null,
    remote_id      text,
    status         text not null check (status in ('REQUESTED', 'ACTIVE', 'DISABLED', 'DELETING')),
    before_deletion text check (before_deletion in ('REQUESTED', 'ACTIVE', 'DISABLED')),
    attributes     jsonb not null default '{}',
    version        integer not null default 1,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    constraint deleting_knows_the_way_back check ((status = 'DELETING') = (before_deletion is not null))
) with (fillfactor = 70);
comment on table account is 'One user''s presence in one application; an orphan has no user.';
comment on column account.before_deletion is 'The status a cancelled deletion goes back to.';
comment on column account.attributes is 'The values the target is known to have, secrets left out.';
create unique index account_name on account (application_id, lower(name));
create index on account (user_id);
create index account_page on account (application_id, id);
create index account_text on account using gin (name gin_trgm_ops);

-- permission: what an account can hold
create table permission (
    id             uuid primary key,
    application_id uuid not null references application (id),
    kind           text not null check (kind in ('ROLE', 'GROUP', 'RESOURCE')),
    name           text not null,
    value          text not null,
    description    text,
    version        integer not null default 1,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    unique (application_id, kind, name)
);
comment on column permission.value is 'What the target calls it: a group''s DN, a group''s id, a role''s key.';

create table binding (
    account_id    uuid not null references account (id) on delete cascade,
    permission_id uuid not null references permission (id),
    status        text not null check (status in ('REQUESTED', 'HELD', 'RELEASING')),
    ends_at       timestamptz,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    primary key (account_id, permission_id)
);
comment on table binding is 'An account holds, is about to hold, or is about to lose a permission.';
create index on binding (permission_id);
