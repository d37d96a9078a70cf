-- access: users of the platform can sign in to the portal
create table portal_sign_in (
    user_id         uuid primary key references users (id) on delete cascade,
    password_hash   text not null,
    must_change     boolean not null,
    one_time_until  timestamptz,
    failed_attempts integer not null default 0,
    locked_until    timestamptz,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    constraint a_one_time_password_ends check (must_change = (one_time_until is not null))
);
comment on table portal_sign_in is 'A user who was invited to the portal. Whether the user is enabled is looked up at every request.';
comment on column portal_sign_in.password_hash is 'Argon2id in PHC string format.';
comment on column portal_sign_in.one_time_until is 'Until when the one-time password is good; null once the user has an own one.';

alter table session alter column administrator_id drop not null;
alter table session add column user_id uuid references portal_sign_in (user_id) on delete cascade;
alter table session add constraint a_session_is_somebodys check (num_nonnulls(administrator_id, user_id) = 1);
comment on column session.user_id is 'The user in the portal; null in a session of an administrator.';
create index on session (user_id) where user_id is not null;

-- request: what can be requested, who decides, and what is given back
create table application_access_rule (
    application_id      uuid primary key references application (id) on delete cascade,
    account_requestable boolean not null,
    last_permission     text not null check (last_permission in ('DELETE', 'DISABLE', 'KEEP')),
    account_end         text not null check (account_end in ('DELETE', 'DISABLE')),
    version             integer not null default 1,
    updated_at          timestamptz not null
);
comment on table application_access_rule is 'How access to an application is requested and given back; an application without a row has the usual rule.';
comment on column application_access_rule.last_permission is 'What becomes of an account whose user released the account itself or its last permission.';
comment on column application_access_rule.account_end is 'What becomes of an account that reaches its end.';

create table application_owner (
    application_id uuid not null references application (id) on delete cascade,
    user_id        uuid not null references users (id) on delete cascade,
    primary key (application_id, user_id)
);
comment on table application_owner is 'Users who answer for an application and approve access to it.';
create index on application_owner (user_id);

create table requestable_permission (
    permission_id  uuid primary key references permission (id) on delete cascade,
    application_id uuid not null references application (id) on delete cascade
);
comment on table requestable_permission is 'Permissions users can ask for in the portal.';
create index on requestable_permission (application_id);

create table approval_rule (
    id             uuid primary key,
    application_id uuid references application (id) on delete cascade,
    package_id     uuid,
    version        integer not null default 1,
    updated_at     timestamptz not null,
    constraint a_rule_is_about_one_thing check (num_nonnulls(application_id, package_id) <= 1),
    unique nulls not distinct (application_id, package_id)
);
comment on table approval_rule is 'Who approves a request. The row for no application and no package is the rule for everything that has none of its own.';

create table approval_rule_step (
    rule_id              uuid not null references approval_rule (id) on delete cascade,
    position             integer not null check (position between 1 and 10),
    approvers            text not null check (approvers in ('MANAGER', 'OWNER', 'NAMED')),
    named                uuid[] not null default '{}',
    quorum               text not null check (quorum in ('ANY', 'ALL')),
    escalate_after_hours integer check (escalate_after_hours between 1 and 8760),
    escalate_to          text check (escalate_to in ('MANAGERS_MANAGER', 'FALLBACK')),
    fallback             uuid[] not null default '{}',
    primary key (rule_id, position),
    constraint named_are_named check ((approvers = 'NAMED') = (cardinality(named) > 0)),
    constraint escalation_knows_where check ((escalate_after_hours is null) = (escalate_to is null))
);
comment on column approval_rule_step.named is 'The users asked by a step of named approvers; who is gone or disabled is passed over.';
comment on column approval_rule_step.fallback is 'Users asked when there is nobody else to ask; without any it falls to the administrators.';

insert into approval_rule (id, updated_at) values ('00000000-0000-7000-8000-000000000001', now());
insert into approval_rule_step (rule_id, position, approvers, quorum, escalate_after_hours, escalate_to)
values ('00000000-0000-7000-8000-000000000001', 1, 'MANAGER', 'ANY', 72, 'MANAGERS_MANAGER');

create sequence access_request_number start 1001;

create table access_request (
    id               uuid primary key,
    number           bigint not null unique default nextval('access_request_number'),
    kind             text not null check (kind in ('GRANT', 'PROLONG')),
    requester_id     uuid not null,
    requester_name   text not null,
    beneficiary_id   uuid not null,
    beneficiary_name text not null,
    application_id   uuid,
    package_id       uuid,
    subject_name     text not null,
    reason           text not null,
    duration_days    integer check (duration_days between 1 and 3650),
    ends_at          timestamptz,
    status           text not null check (status in ('WAITING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    submitted_at     timestamptz not null,
    decided_at       timestamptz,
    decided_by       text,
    constraint about_one_thing check (num_nonnulls(application_id, package_id) = 1),
    constraint one_way_to_say_the_end check (num_nonnulls(duration_days, ends_at) <= 1),
    constraint decided_has_a_time check ((status = 'WAITING') = (decided_at is null) and (decided_at is null) = (decided_by is null))
);
comment on table access_request is 'A user asks for access to one application, or for one package. People and things are named as they were, so that it reads when they are gone; therefore no foreign keys.';
comment on column access_request.number is 'What people call it by.';
comment on column access_request.requester_id is 'Who asked; a manager can ask for somebody else.';
comment on column access_request.beneficiary_id is 'Whom it is for.';
comment on column access_request.duration_days is 'How long it is wanted, counted from the approval; null when an end is given, or for good.';
comment on column access_request.status is 'What people decided. What became of the tasks afterwards is read from them.';
comment on column access_request.decided_by is 'Who gave the final approval, rejected or withdrew it, by name.';
create index on access_request (requester_id, id);
create index on access_request (beneficiary_id, id);
create index on access_request (application_id, id) where application_id is not null;
create index on access_request (status, id);

create table access_request_item (
    request_id       uuid not null references access_request (id) on delete cascade,
    position         integer not null,
    application_id   uuid not null,
    application_name text not null,
    permission_id    uuid,
    permission_name  text,
    account_id       uuid,
    primary key (request_id, position)
);
comment on table access_request_item is 'One account or permission that is asked for.';
comment on column access_request_item.permission_id is 'Null for the account itself.';
comment on column access_request_item.account_id is 'The account whose end is to be moved; null when something new is asked for.';

create table access_request_step (
    request_id        uuid not null references access_request (id) on delete cascade,
    position          integer not null,
    approvers         text not null check (approvers in ('MANAGER', 'OWNER', 'NAMED')),
    named             uuid[] not null,
    quorum            text not null check (quorum in ('ANY', 'ALL')),
    escalate_after_hours integer,
    escalate_to       text,
    fallback          uuid[] not null,
    status            text not null check (status in ('NEXT', 'OPEN', 'APPROVED', 'REJECTED', 'DROPPED')),
    to_administrators boolean not null default false,
    opened_at         timestamptz,
    escalates_at      timestamptz,
    decided_at        timestamptz,
    primary key (request_id, position),
    constraint only_an_open_step_escalates check (escalates_at is null or status = 'OPEN'),
    constraint opened_has_a_time check (status in ('NEXT', 'DROPPED') or opened_at is not null)
);
comment on table access_request_step is 'The approval rule as it was when the request was submitted, and how far it has come.';
comment on column access_request_step.status is 'DROPPED: never asked, or no longer, because the request ended before.';
comment on column access_request_step.to_administrators is 'Nobody else could be asked: an administrator decides.';
comment on column access_request_step.escalates_at is 'When others are asked too; null when it has no such time, or they have been asked.';
create unique index one_open_step on access_request_step (request_id) where status = 'OPEN';
create index step_escalates on access_request_step (escalates_at) where escalates_at is not null;
create index step_of_administrators on access_request_step (request_id) where status = 'OPEN' and to_administrators;

create table access_request_approver (
    request_id uuid not null,
    position   integer not null,
    user_id    uuid not null,
    user_name  text not null,
    role       text not null check (role in ('FIRST', 'STAND_IN')),
    asked_at   timestamptz not null,
    approved_at timestamptz,
    gone       boolean not null default false,
    primary key (request_id, position, user_id),
    foreign key (request_id, position) references access_request_step (request_id, position) on delete cascade
);
comment on table access_request_approver is 'Who is asked to decide a step.';
comment on column access_request_approver.role is 'FIRST as the rule says; STAND_IN asked when time ran out: one of them suffices, even where all have to approve.';
comment on column access_request_approver.gone is 'Was disabled or deleted before deciding, and is waited for no longer.';
create index approver_is_asked on access_request_approver (user_id, request_id);

create table access_request_event (
    id         uuid primary key,
    request_id uuid not null references access_request (id) on delete cascade,
    at         timestamptz not null,
    kind       text not null check (kind in (
        'SUBMITTED', 'ASKED', 'COMMENTED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'ESCALATED', 'TO_ADMINISTRATORS', 'APPROVER_GONE', 'TASKS_OPENED')),
    actor_kind text not null check (actor_kind in ('SYSTEM', 'ADMINISTRATOR', 'API_TOKEN', 'USER')),
    actor_id   uuid,
    actor_name text not null,
    step       integer,
    people     text[] not null default '{}',
    comment    text
);
comment on table access_request_event is 'The timeline of a request.';
comment on column access_request_event.people is 'Who was asked, by name.';
create index on access_request_event (request_id, id);

create table access_request_task (
    request_id uuid not null references access_request (id) on delete cascade,
    task_id    uuid not null,
    primary key (request_id, task_id)
);
comment on table access_request_task is 'The tasks the final approval opened. One that was superseded is followed to its successor when it is read.';

-- expiry: what ends, and who was told before
create table reminder (
    account_id    uuid not null references account (id) on delete cascade,
    permission_id uuid references permission (id) on delete cascade,
    user_id       uuid not null references users (id) on delete cascade,
    ends_at       timestamptz not null,
    days_before   integer not null check (days_before between 1 and 365),
    reminded_at   timestamptz not null,
    unique nulls not distinct (account_id, permission_id, ends_at, days_before)
);
comment on table reminder is 'A user was told that something ends. Each end and each lead time once; one that belongs to an end that was moved says nothing any more.';
comment on column reminder.permission_id is 'Null for the account itself.';
create index on reminder (user_id, ends_at);

create table reminder_rule (
    only_row    boolean primary key default true check (only_row),
    days_before integer[] not null,
    version     integer not null default 1,
    updated_at  timestamptz not null
);
comment on table reminder_rule is 'How many days before an end users are reminded.';
insert into reminder_rule (days_before, updated_at) values ('{7,1}', now());

create table expiry (
    id         uuid primary key,
    expired_at timestamptz not null
);
comment on table expiry is 'A round in which something ended. Its tasks name it as their cause.';

create table expiry_item (
    expiry_id        uuid not null references expiry (id) on delete cascade,
    account_id       uuid not null,
    account_name     text not null,
    application_id   uuid not null,
    application_name text not null,
    user_id          uuid,
    user_name        text,
    permission_id    uuid,
    permission_name  text,
    ended_at         timestamptz not null,
    outcome          text not null check (outcome in ('UNBOUND', 'DISABLED', 'DELETED', 'REFUSED')),
    note             text,
    task_id          uuid,
    request_ids      uuid[] not null,
    unique nulls not distinct (expiry_id, account_id, permission_id)
);
comment on table expiry_item is 'What ended, named as it was.';
comment on column expiry_item.permission_id is 'Null for the account itself.';
comment on column expiry_item.task_id is 'Null when data synchronization was off, or nothing had to be done.';
comment on column expiry_item.request_ids is 'The access requests that had given it.';

-- self-service: what users gave back
create table access_release (
    id          uuid primary key,
    user_id     uuid not null,
    user_name   text not null,
    released_at timestamptz not null
);
comment on table access_release is 'A user gave access back in the portal. Its tasks name it as their cause.';
create index on access_release (user_id, id);

create table access_release_item (
    release_id       uuid not null references access_release (id) on delete cascade,
    account_id       uuid not null,
    account_name     text not null,
    application_id   uuid not null,
    application_name text not null,
    permission_id    uuid,
    permission_name  text,
    unique nulls not distinct (release_id, account_id, permission_id)
);
comment on column access_release_item.permission_id is 'Null for the account itself.';

create table access_release_task (
    release_id uuid not null references access_release (id) on delete cascade,
    task_id    uuid not null,
    primary key (release_id, task_id)
);
