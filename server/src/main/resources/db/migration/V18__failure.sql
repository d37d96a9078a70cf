-- task: which failures have one cause
alter table task add column failure_group uuid;
comment on column task.failure_group is 'What its last failure has in common with others, kept when it is repaired; null while it never failed. Written with the failure alone: a task that succeeds never touches it.';
create index task_failure_group on task (failure_group, id) where failure_group is not null;
create index task_standing on task (failure_group, id) include (user_id) where status = 'FAILED';

-- failure: failures grouped by cause
create table failure_group (
    id               uuid primary key,
    application_id   uuid not null,
    application_name text not null,
    failure_kind     text not null check (failure_kind in (
        'REFUSED', 'UNAVAILABLE', 'UNCLEAR', 'NO_CALLBACK', 'THROTTLED', 'INVALID', 'INTERNAL')),
    pattern          text not null check (pattern <> ''),
    sample_message   text not null,
    sample_task_id   uuid not null,
    failures         bigint not null check (failures > 0),
    first_seen_at    timestamptz not null,
    last_seen_at     timestamptz not null,
    state            text not null check (state in ('OPEN', 'ACKNOWLEDGED', 'RESOLVED', 'CAME_BACK')),
    state_at         timestamptz not null,
    state_by         text,
    came_back_at     timestamptz,
    owner            text check (owner <> ''),
    version          integer not null,
    unique (application_id, failure_kind, pattern),
    constraint seen_in_order check (first_seen_at <= last_seen_at),
    constraint a_person_decides check (state not in ('ACKNOWLEDGED', 'RESOLVED') or state_by is not null),
    constraint came_back_at_a_time check (state <> 'CAME_BACK' or came_back_at is not null)
);
comment on table failure_group is 'Failures of one application, of one kind, that say the same once names, numbers and ids are left out. How many tasks stand failed is not kept here but counted from the tasks.';
comment on column failure_group.id is 'Made from application, kind and pattern, so that every server gives the same one without asking.';
comment on column failure_group.pattern is 'The message with placeholders, as class FailurePattern makes it.';
comment on column failure_group.sample_message is 'The latest message, as it was.';
comment on column failure_group.failures is 'How often tasks failed so, in all; a task that is retried and fails again counts again.';
comment on column failure_group.came_back_at is 'The first failure after the group was last resolved; null when there was none.';
comment on column failure_group.owner is 'Who sees to it: an administrator or any name; null for nobody.';
create index on failure_group (last_seen_at desc, id desc);

create table failure (
    id               uuid primary key,
    group_id         uuid not null,
    task_id          uuid not null,
    application_id   uuid not null,
    application_name text not null,
    failure_kind     text not null,
    pattern          text not null,
    message          text not null,
    at               timestamptz not null
);
comment on table failure is 'Failures that are not counted yet: written in the transaction in which the task fails, counted and deleted a moment later. Only inserted into there, so that two settlements never wait for each other.';

create table failure_hour (
    group_id uuid not null references failure_group (id) on delete cascade,
    hour     timestamptz not null,
    failures bigint not null check (failures > 0),
    primary key (group_id, hour)
);
comment on table failure_hour is 'How often tasks failed so in each hour (UTC), for the trend.';
create index on failure_hour (hour);

create table failure_note (
    id       uuid primary key,
    group_id uuid not null references failure_group (id) on delete cascade,
    at       timestamptz not null,
    by_name  text not null,
    event    text not null check (event in ('NOTE', 'ACKNOWLEDGED', 'RESOLVED', 'REOPENED', 'CAME_BACK', 'OWNER')),
    text     text,
    constraint a_note_says_something check (event <> 'NOTE' or text <> '')
);
comment on table failure_note is 'What people said and did about a group, and when it came back.';
comment on column failure_note.text is 'The note; for OWNER the new owner, null when it is nobody any more.';
create index on failure_note (group_id, at desc, id desc);
