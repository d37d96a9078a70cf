-- bulkrepair: retry, confirm or cancel for many tasks at once
create table bulk_repair (
    id              uuid primary key,
    action          text not null check (action in ('RETRY', 'CONFIRM', 'CANCEL')),
    status          text not null check (status in (
        'PLANNING', 'PLANNED', 'RUNNING', 'PAUSED', 'STOPPED', 'DONE', 'CANCELLED', 'EXPIRED', 'FAILED')),
    filter          jsonb,
    selection       uuid[],
    total           integer not null default 0,
    waiting         integer not null default 0 check (waiting >= 0),
    under_way       integer not null default 0 check (under_way >= 0),
    done            integer not null default 0,
    failed_again    integer not null default 0,
    changed         integer not null default 0,
    refused         integer not null default 0,
    not_done        integer not null default 0,
    left_out        integer not null default 0,
    deletions       integer not null default 0,
    taking_away     integer not null default 0,
    reason          text,
    per_minute      integer check (per_minute > 0),
    stop_after      integer check (stop_after > 0),
    failures_before integer not null default 0,
    next_at         timestamptz,
    because         text,
    planner_kind    text not null,
    planner_id      uuid,
    planner_name    text not null,
    runner_kind     text,
    runner_id       uuid,
    runner_name     text,
    lease_until     timestamptz,
    lease_holder    uuid,
    created_at      timestamptz not null,
    planned_at      timestamptz,
    expires_at      timestamptz,
    started_at      timestamptz,
    ended_at        timestamptz,
    constraint about_a_filter_or_a_selection check ((filter is null) <> (selection is null)),
    constraint every_task_has_one_result check (
        total = waiting + under_way + done + failed_again + changed + refused + not_done),
    constraint at_work_has_a_lease check ((status in ('PLANNING', 'RUNNING')) = (lease_until is not null)),
    constraint ended_has_a_time check ((status in ('DONE', 'CANCELLED', 'EXPIRED', 'FAILED')) = (ended_at is not null)),
    constraint done_leaves_nothing check (status <> 'DONE' or waiting = 0),
    constraint started_by_a_person check (started_at is null or runner_name is not null and per_minute is not null and next_at is not null),
    constraint a_person_gives_a_reason check (started_at is null or action = 'RETRY' or reason is not null),
    constraint stopped_says_why check (status not in ('STOPPED', 'FAILED') or because is not null)
);
comment on table bulk_repair is 'Retry, confirm or cancel for many tasks: a plan first, then a run. The counts say what became of its tasks, each of which is counted once.';
comment on column bulk_repair.filter is 'Parameters of the log by name, each with its values; what they found when it was planned is frozen in bulk_repair_task.';
comment on column bulk_repair.selection is 'The tasks that were chosen one by one.';
comment on column bulk_repair.total is 'Tasks it is about; those left out by the plan are not among them.';
comment on column bulk_repair.under_way is 'Retried, and not settled or failed again yet.';
comment on column bulk_repair.changed is 'Left alone because they were no longer as the plan had found them, or settled by other means after they were retried.';
comment on column bulk_repair.not_done is 'It was cancelled before their turn.';
comment on column bulk_repair.left_out is 'Tasks that were asked for and are not in the plan; see bulk_repair_left_out.';
comment on column bulk_repair.deletions is 'Tasks of the plan whose action is DELETE: confirming them deletes objects for good.';
comment on column bulk_repair.taking_away is 'Tasks of the plan that only take access away: cancelling them leaves it in place.';
comment on column bulk_repair.stop_after is 'It stops when so many have failed again or were refused; null: never.';
comment on column bulk_repair.failures_before is 'Failures a person has accepted by letting it go on after a stop.';
comment on column bulk_repair.next_at is 'When the next task has its turn at the rate.';
comment on column bulk_repair.because is 'Why it stopped, failed or was cancelled, in words.';
comment on column bulk_repair.expires_at is 'A plan nobody has run until then is forgotten.';
comment on column bulk_repair.lease_until is 'The server at work renews it; after it another server goes on where that one stopped.';
create index bulk_repair_lease on bulk_repair (lease_until) where lease_until is not null;
create index bulk_repair_under_way on bulk_repair (id) where under_way > 0;
create index bulk_repair_expiry on bulk_repair (expires_at) where status = 'PLANNED';

create table bulk_repair_task (
    repair_id uuid not null,
    number    integer not null,
    task_id   uuid not null,
    claims    integer,
    result    text not null check (result in (
        'WAITING', 'UNDER_WAY', 'DONE', 'FAILED_AGAIN', 'CHANGED', 'REFUSED', 'NOT_DONE', 'LEFT_OUT')),
    why       text check (why in (
        'UNKNOWN', 'ALREADY_SUCCEEDED', 'ALREADY_CONFIRMED', 'ALREADY_SUPERSEDED', 'ALREADY_CANCELLED', 'QUEUED', 'ON_THE_WIRE',
        'BLOCKED', 'TRIED_AGAIN')),
    message   text,
    at        timestamptz,
    primary key (repair_id, number),
    constraint left_alone_says_why check ((result in ('CHANGED', 'LEFT_OUT')) = (why is not null))
);
comment on table bulk_repair_task is 'A task of a bulk repair and what became of it. No foreign key: a plan writes as many rows as a filter finds.';
comment on column bulk_repair_task.number is 'Order in which they have their turn: that of their opening.';
comment on column bulk_repair_task.claims is 'How often the task had been claimed when it was planned: when it was tried since, it is another failure.';
comment on column bulk_repair_task.why is 'Why it was left out by the plan, or left alone by the run.';
comment on column bulk_repair_task.message is 'The sentence of a refusal or of the new failure.';
create unique index bulk_repair_task_once on bulk_repair_task (repair_id, task_id);
create index bulk_repair_task_result on bulk_repair_task (repair_id, result, number);

create table bulk_repair_cause (
    repair_id        uuid not null references bulk_repair (id) on delete cascade,
    number           integer not null,
    application_id   uuid not null,
    application_name text not null,
    action           text not null,
    object_type      text not null,
    failure_kind     text,
    failure_group    uuid,
    message          text,
    various          boolean not null,
    tasks            integer not null,
    primary key (repair_id, number)
);
comment on table bulk_repair_cause is 'What a plan is about: its tasks counted by application, operation and failure, the most frequent first.';
comment on column bulk_repair_cause.failure_group is 'The group of failures they belong to; null for tasks that never failed.';
comment on column bulk_repair_cause.message is 'What the failures'' messages say without what differs from task to task.';
comment on column bulk_repair_cause.various is 'All the rarer messages of this application, operation and kind together.';

create table bulk_repair_left_out (
    repair_id uuid not null references bulk_repair (id) on delete cascade,
    why       text not null,
    tasks     integer not null,
    primary key (repair_id, why)
);
comment on table bulk_repair_left_out is 'Why tasks that were asked for are not in the plan. A selection''s are in bulk_repair_task as well, one by one.';
