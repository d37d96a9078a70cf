-- lifecycle: what follows for accounts when users are disabled, deleted or enabled again
create table global_policy (
    application_id uuid unique nulls not distinct references application (id) on delete cascade,
    enabled        boolean not null,
    on_disabled    text not null check (on_disabled in ('DISABLE', 'NOTHING')),
    on_deleted     text not null check (on_deleted in ('DELETE', 'DISABLE', 'NOTHING')),
    on_enabled     text not null check (on_enabled in ('ENABLE_AGAIN', 'NOTHING')),
    version        integer not null default 1,
    updated_at     timestamptz not null
);
comment on table global_policy is 'What happens to the accounts of users who are disabled, deleted or enabled again.';
comment on column global_policy.application_id is 'The application this row overrides the policy of all applications for; null for that policy.';
comment on column global_policy.enabled is 'When false nothing happens to accounts, whatever the other columns say.';
insert into global_policy (enabled, on_disabled, on_deleted, on_enabled, updated_at)
values (true, 'DISABLE', 'DELETE', 'ENABLE_AGAIN', now());

create table disabled_account (
    account_id uuid primary key references account (id) on delete cascade,
    user_id    uuid not null references users (id) on delete cascade,
    task_id    uuid,
    since      timestamptz not null
);
comment on table disabled_account is 'Accounts the global policy disabled because their user was disabled; only these does it enable again.';
comment on column disabled_account.task_id is 'The task that disables it; null where it took effect at once.';
create index on disabled_account (user_id);
create index on disabled_account (task_id) where task_id is not null;

create table permission_edit (
    id         uuid primary key,
    user_id    uuid not null,
    bound      jsonb not null,
    unbound    jsonb not null,
    actor_kind text not null,
    actor_id   uuid,
    actor_name text not null,
    changed_at timestamptz not null
);
comment on table permission_edit is 'What an administrator gave a user and took away; part of the history of the user, which it outlives.';
comment on column permission_edit.bound is 'Names of permissions and applications as they were, and end dates.';
create index on permission_edit (user_id, id);

-- identity: deleted users are looked through in the order of their ids
drop index users_deleted;
create index users_deleted on users (id) where status = 'DELETED';
-- The unique index leaves deleted users out, and no filter over all statuses can use it to page.
create index users_page on users (lower(user_name), id);

-- task: from what caused tasks to the tasks
create index task_cause on task (cause_id, id) where cause_id is not null;

-- bulk: changes of users themselves, which belong to no application
alter table batch drop constraint batch_kind_check;
alter table batch add constraint batch_kind_check check (kind in ('IMPORT', 'PROVISIONING', 'USERS'));
alter table batch alter column application_id drop not null;
alter table batch add constraint only_users_belong_to_no_application check ((kind = 'USERS') = (application_id is null));
