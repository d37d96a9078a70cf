-- permissionpackage: what belongs together across applications
create table permission_package (
    id            uuid primary key,
    name          text not null,
    description   text,
    active        boolean not null,
    provisionable boolean not null,
    requestable   boolean not null,
    max_days      integer check (max_days between 1 and 3650),
    version       integer not null default 1,
    created_at    timestamptz not null,
    updated_at    timestamptz not null
);
comment on table permission_package is 'Accounts and permissions of several applications that are granted together, by policies or on request.';
comment on column permission_package.active is 'When off it cannot be requested, and no policy grants it.';
comment on column permission_package.provisionable is 'Whether policies may grant it.';
comment on column permission_package.requestable is 'Whether users can ask for it.';
comment on column permission_package.max_days is 'For how many days it can be requested at most; null for any time.';
create unique index permission_package_name on permission_package (lower(name));

create table permission_package_item (
    package_id     uuid not null references permission_package (id) on delete cascade,
    application_id uuid not null references application (id),
    permission_id  uuid references permission (id),
    position       integer not null,
    unique nulls not distinct (package_id, application_id, permission_id)
);
comment on column permission_package_item.permission_id is 'Null for the account itself.';
create index on permission_package_item (application_id);
create index on permission_package_item (permission_id);

-- policy: who is to have what
create table policy (
    id          uuid primary key,
    name        text not null,
    description text,
    condition   text not null,
    on_leaving  text not null check (on_leaving in ('UNBIND', 'DISABLE', 'DELETE', 'NOTHING')),
    enabled     boolean not null,
    number      integer not null default 1,
    version     integer not null default 1,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    deleted_at  timestamptz,
    constraint a_deleted_policy_is_not_enabled check (deleted_at is null or not enabled)
);
comment on table policy is 'A provisioning policy as it is now. A deleted one is kept: what it decided refers to it.';
comment on column policy.condition is 'CEL over user and organization; users for whom it is true are in scope.';
comment on column policy.on_leaving is 'What becomes of the accounts of a user who leaves the scope and has no other reason to have them.';
comment on column policy.number is 'The newest of its versions in policy_version, the one that counts.';
comment on column policy.version is 'Counts every change of the row, also enabling; the ETag.';
create unique index policy_name on policy (lower(name)) where deleted_at is null;
create index policy_enabled on policy (id) where enabled;

create table policy_grant (
    policy_id      uuid not null references policy (id) on delete cascade,
    position       integer not null,
    package_id     uuid references permission_package (id),
    application_id uuid references application (id),
    permission_id  uuid references permission (id),
    primary key (policy_id, position),
    constraint one_thing check (package_id is null = (application_id is not null)),
    constraint permission_of_an_application check (permission_id is null or application_id is not null)
);
comment on table policy_grant is 'What the newest version grants: a package, an account (no permission), or a permission.';
create index on policy_grant (package_id);
create index on policy_grant (application_id);
create index on policy_grant (permission_id);

create table policy_version (
    policy_id     uuid not null references policy (id) on delete cascade,
    number        integer not null,
    content       jsonb not null,
    made_by_kind  text not null,
    made_by_id    uuid,
    made_by_name  text not null,
    made_at       timestamptz not null,
    primary key (policy_id, number)
);
comment on table policy_version is 'Every version of a policy as it was saved, never changed; names of what it grants as they were.';

create table policy_run (
    id              uuid primary key,
    policy_id       uuid not null references policy (id) on delete cascade,
    policy_number   integer not null,
    reason          text not null check (reason in
        ('SAVED', 'ENABLED', 'DISABLED', 'DELETED', 'PACKAGE_CHANGED', 'ORGANIZATION_CHANGED', 'BY_HAND')),
    status          text not null check (status in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    after_user_name text not null default '',
    total           integer not null,
    looked_at       integer not null default 0,
    gained          integer not null default 0,
    lost            integer not null default 0,
    tasks           integer not null default 0,
    refused         integer not null default 0,
    failure         text,
    initiator_kind  text not null,
    initiator_id    uuid,
    initiator_name  text not null,
    lease_until     timestamptz,
    lease_holder    uuid,
    created_at      timestamptz not null,
    ended_at        timestamptz,
    check ((status = 'RUNNING') = (ended_at is null))
);
comment on table policy_run is 'A policy, evaluated for everybody in the background because it or what it grants changed.';
comment on column policy_run.policy_number is 'The version of the policy when the run began.';
comment on column policy_run.after_user_name is 'Everybody up to this user name, in lower case, has been dealt with.';
comment on column policy_run.total is 'Enabled users when it began.';
comment on column policy_run.gained is 'Accounts and permissions users came to be entitled to.';
comment on column policy_run.refused is 'Changes that could not be made; policy_problem says why.';
comment on column policy_run.lease_until is 'The server at work renews it with every set; after it another server goes on where that one stopped.';
create index policy_run_page on policy_run (policy_id, id);
create unique index policy_run_one_at_a_time on policy_run (policy_id) where status = 'RUNNING';

create table policy_problem (
    user_id        uuid not null references users (id) on delete cascade,
    application_id uuid not null references application (id) on delete cascade,
    policy_id      uuid not null references policy (id) on delete cascade,
    message        text not null,
    initiator_kind text not null,
    initiator_id   uuid,
    initiator_name text not null,
    since          timestamptz not null,
    tried_at       timestamptz not null,
    primary key (user_id, application_id)
);
comment on table policy_problem is 'What a policy wants and the platform refused (a name that is taken, an account still being deleted); tried again until it goes.';
create index on policy_problem (policy_id, user_id);
create index on policy_problem (tried_at);
