-- identity: groups of users
create table user_group (
    id          uuid primary key,
    name        text not null,
    description text,
    external_id text,
    version     integer not null default 1,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);
comment on table user_group is 'A named set of users. Conditions and mappings see the names of a user''s groups as user.groups.';
comment on column user_group.name is 'Unique whatever its case, because expressions name groups by it.';
comment on column user_group.external_id is 'The id the group has with the client that provisions it (RFC 7643, section 3.1); null for none.';
create unique index user_group_name on user_group (lower(name));
create unique index user_group_external_id on user_group (external_id) where external_id is not null;

create table user_group_member (
    group_id uuid not null references user_group (id) on delete cascade,
    user_id  uuid not null references users (id) on delete cascade,
    since    timestamptz not null,
    primary key (group_id, user_id)
);
comment on table user_group_member is 'Who belongs to which group. A deleted user stays in it, unlisted, until the user is purged.';
create index on user_group_member (user_id);

-- scim: what a provisioning client wrote and nobody else knows
create table scim_user (
    user_id     uuid primary key references users (id) on delete cascade,
    external_id text,
    document    jsonb not null default '{}'
);
comment on table scim_user is 'A user as a provisioning client last wrote it, beside what the platform keeps in users.';
comment on column scim_user.external_id is 'The id the user has with the client (RFC 7643, section 3.1). Given up when the user is deleted.';
comment on column scim_user.document is 'The attributes of the client''s resource; what the platform keeps too is read from there, not from here.';
create unique index scim_user_external_id on scim_user (external_id) where external_id is not null;

-- identity: what provisioning clients look users up by
create index users_email on users (lower(email)) where email is not null;
create index users_employee_number on users (lower(employee_number)) where employee_number is not null;
