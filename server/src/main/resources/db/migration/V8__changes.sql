-- identity: who reports to whom, and what was changed by whom
alter table users add column manager_id uuid references users (id) on delete set null;
comment on column users.manager_id is 'The user who approves for this one; null for none.';
create index on users (manager_id);
create index users_deleted on users (updated_at) where status = 'DELETED';

-- A deleted user is kept until its accounts are gone; meanwhile the name can be given to another.
drop index users_user_name;
create unique index users_user_name on users (lower(user_name)) where status <> 'DELETED';

create table user_change (
    id         uuid primary key,
    user_id    uuid not null,
    before     jsonb,
    after      jsonb not null,
    actor_kind text not null,
    actor_id   uuid,
    actor_name text not null,
    changed_at timestamptz not null
);
comment on table user_change is 'Every change of a user as it was made, with the values before and after. Outlives the user.';
comment on column user_change.before is 'Null when the user was created.';
create index on user_change (user_id, id);

-- account: how long it is wanted, and when it was last used
alter table account add column ends_at timestamptz, add column last_sign_in_at timestamptz;
comment on column account.ends_at is 'When the account is to end by itself; null for never.';
comment on column account.last_sign_in_at is 'The last sign-in in the target that was read from it or reported; null while none is known.';
create index account_ends on account (ends_at) where ends_at is not null;
create index binding_ends on binding (ends_at) where ends_at is not null;

-- entitlement: why a user may have what the user has
create table entitlement (
    user_id        uuid not null references users (id) on delete cascade,
    application_id uuid not null references application (id) on delete cascade,
    permission_id  uuid references permission (id) on delete cascade,
    reason         text not null check (reason in ('POLICY', 'REQUEST', 'EXCEPTION')),
    reason_id      uuid not null,
    reason_version integer,
    ends_at        timestamptz,
    since          timestamptz not null,
    unique nulls not distinct (user_id, application_id, permission_id, reason, reason_id)
);
comment on table entitlement is 'One reason why a user has an account or a permission. What has no reason left may be taken away.';
comment on column entitlement.permission_id is 'Null for the account itself.';
comment on column entitlement.reason_id is 'The provisioning policy, the access request, or the finding a reviewer let pass.';
comment on column entitlement.reason_version is 'The version of the policy that decided.';
create index on entitlement (reason_id);
create index on entitlement (permission_id);
create index on entitlement (ends_at) where ends_at is not null;
