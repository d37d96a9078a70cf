-- rights: what administrators are
create table administrator_role (
    administrator_id uuid not null references administrator (id) on delete cascade,
    role             text not null check (role in
                         ('VIEWER', 'AUDITOR', 'OPERATOR', 'APPLICATION_OWNER', 'POLICY_ADMINISTRATOR', 'ADMINISTRATOR')),
    primary key (administrator_id, role)
);
comment on table administrator_role is 'Roles of administrators; which rights a role is made of stands in the code. An administrator without one may do nothing.';

-- until now every administrator had every right
insert into administrator_role (administrator_id, role) select id, 'ADMINISTRATOR' from administrator;

-- access: who an administrator is
alter table administrator
    add column user_id uuid references users (id) on delete set null,
    add column disabled_at timestamptz,
    add column version integer not null default 0;
comment on column administrator.user_id is 'The user who this administrator is. An application owner sees the applications this user owns (application_owner).';
comment on column administrator.disabled_at is 'Since when the administrator cannot sign in and the tokens made do not count; null for never.';
create index on administrator (user_id);

alter table api_token add column rights text[];
comment on column api_token.rights is 'Names of the rights it is limited to; null for all its maker has. What its maker has lost, it has lost too.';
create index on api_token (administrator_id);
