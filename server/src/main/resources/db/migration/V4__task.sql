-- task: the record of the synchronization log, and the queue
create table line (
    id          uuid primary key,
    next_turn   bigint not null,
    search_text text not null
) with (fillfactor = 80);
comment on table line is 'The order of operations on one object (an account). Its row is locked while turns are taken, so turns follow the order of commits.';
comment on column line.id is 'Id of the object the line belongs to.';
comment on column line.search_text is 'Names the object and its user have had, lower case, for free-text search.';
create index line_text on line using gin (search_text gin_trgm_ops);

create table task (
    id               uuid primary key,
    line_id          uuid not null,
    turn             bigint not null,
    application_id   uuid not null,
    application_name text not null,
    object_type      text not null check (object_type in ('ACCOUNT', 'ORGANIZATION', 'GROUP')),
    object_id        uuid not null,
    object_name      text not null,
    user_id          uuid,
    user_name        text,
    action           text not null check (action in ('CREATE', 'UPDATE', 'DELETE', 'ENABLE', 'DISABLE')),
    source           text not null check (source in (
        'SELF_SERVICE_DEPROVISIONING', 'ACCESS_REQUEST', 'PROVISIONING_POLICY', 'RETRY_AFTER_MODIFICATION',
        'PERMISSION_CHANGE', 'GLOBAL_PROVISIONING_POLICY', 'APPLICATION_ACCOUNT_POLICY', 'COMPLIANCE_REVIEW',
        'PERMISSION_EXPIRY', 'MANUAL')),
    takes_away       boolean not null,
    priority         smallint not null,
    initiator_kind   text not null check (initiator_kind in ('SYSTEM', 'ADMINISTRATOR', 'API_TOKEN', 'USER')),
    initiator_id     uuid,
    initiator_name   text not null,
    cause_type       text,
    cause_id         uuid,
    cause_name       text,
    batch_id         uuid,
    parameters       jsonb not null,
    sealed_secrets   bytea,
    supersedes_id    uuid,
    invalid          text,

    status           text not null check (status in (
        'QUEUED', 'RUNNING', 'AWAITING_CALLBACK', 'SUCCEEDED', 'FAILED', 'CONFIRMED', 'SUPERSEDED', 'CANCELLED')),
    opened_at        timestamptz not null,
    due_at           timestamptz,
    claims           integer not null default 0,
    attempts         integer not null default 0,
    schedule_base    integer not null default 0,
    runner_id        uuid,
    started_at       timestamptz,
    lease_until      timestamptz,
    callback_due_at  timestamptz,
    wait_reason      text,
    failure_kind     text check (failure_kind in (
        'REFUSED', 'UNAVAILABLE', 'UNCLEAR', 'NO_CALLBACK', 'THROTTLED', 'INVALID', 'INTERNAL')),
    failure_message  text,
    note             text,
    remote_id        text,
    superseded_by_id uuid,
    settled_at       timestamptz,
    settled_by       text,
    settle_reason    text,

    constraint settled_has_a_time check (
        (status in ('SUCCEEDED', 'CONFIRMED', 'SUPERSEDED', 'CANCELLED')) = (settled_at is not null)),
    constraint queued_is_due check ((status = 'QUEUED') = (due_at is not null)),
    constraint running_has_a_lease check (
        (status = 'RUNNING') = (lease_until is not null) and (status = 'RUNNING') = (runner_id is not null)),
    constraint awaiting_has_a_deadline check ((status = 'AWAITING_CALLBACK') = (callback_due_at is not null)),
    constraint failed_says_why check (status <> 'FAILED' or failure_kind is not null and failure_message is not null),
    constraint superseded_has_a_successor check ((status = 'SUPERSEDED') = (superseded_by_id is not null)),
    constraint a_person_gives_a_reason check (
        status not in ('CONFIRMED', 'CANCELLED') or settled_by is not null and settle_reason is not null)
) partition by range (id);
comment on table task is 'One operation on one object in one application. Names are kept as they were, so that the log reads after a deletion; therefore no foreign keys.';
comment on column task.id is 'UUIDv7; carries the opening time, by which the table is partitioned.';
comment on column task.turn is 'Place in its line; a retry after modification takes over the turn of the task it corrects.';
comment on column task.takes_away is 'Only removes access (DELETE, DISABLE, an UPDATE that only unbinds): passes failed tasks of its line.';
comment on column task.priority is '0 for a single change a person waits for, 1 for bulk work.';
comment on column task.parameters is 'What the target is asked for: name, attributes (secrets replaced by a marker), bind, unbind.';
comment on column task.sealed_secrets is 'Values of the secret attributes, sealed; removed when the task is settled.';
comment on column task.invalid is 'Why the request cannot be built; the task fails as INVALID without being sent.';
comment on column task.supersedes_id is 'The failed task this one corrects.';
comment on column task.claims is 'How often it was claimed: the fencing number of the attempt under way.';
comment on column task.attempts is 'Attempts that count against the limit; throttled ones do not.';
comment on column task.schedule_base is 'Attempts made before a person last retried it: the schedule starts afresh from there.';
comment on column task.wait_reason is 'Why it is due later than now, in words.';
comment on column task.settled_by is 'Who confirmed or cancelled it; null when the target settled it.';

-- Each turn has at most one unsettled task, and each line at most one on the wire. The indexes are made on every partition (a unique
-- index over all of them would have to contain the id); only a retry after modification can bring a second task to a turn, and task_turn_is_free guards that across partitions.
create function task_partition(lower_bound timestamptz, upper_bound timestamptz) returns void language plpgsql as $$
declare
    name text := 'task_' || to_char(lower_bound at time zone 'UTC', 'YYYYMM');
begin
    if to_regclass(name) is not null then
        return;
    end if;
    execute format('create table %I partition of task for values from (%L) to (%L) with (fillfactor = 70)',
        name, uuid_floor(lower_bound), uuid_floor(upper_bound));
    execute format('create unique index on %I (line_id, turn) where settled_at is null', name);
    execute format('create unique index on %I (line_id) where status in (''RUNNING'', ''AWAITING_CALLBACK'')', name);
end $$;

create function uuid_floor(at timestamptz) returns uuid language sql immutable as $$
    select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
$$;
comment on function uuid_floor is 'The smallest UUIDv7 of an instant (RFC 9562, section 5.7).';

create table task_default partition of task default with (fillfactor = 70);
comment on table task_default is 'Catches what no monthly partition covers, so that nothing is ever refused for its date.';
create unique index on task_default (line_id, turn) where settled_at is null;
create unique index on task_default (line_id) where status in ('RUNNING', 'AWAITING_CALLBACK');

create function task_turn_is_free() returns trigger language plpgsql as $$
begin
    if exists (select 1 from task t where t.line_id = new.line_id and t.turn = new.turn and t.settled_at is null and t.id <> new.id) then
        raise unique_violation using message = 'turn ' || new.turn || ' of line ' || new.line_id || ' has an unsettled task';
    end if;
    return null;
end $$;
create constraint trigger task_turn_is_free after insert on task deferrable initially deferred
    for each row when (new.supersedes_id is not null) execute function task_turn_is_free();

create index task_due on task (application_id, priority, due_at, id) where status = 'QUEUED';
create index task_callback_due on task (callback_due_at) where status = 'AWAITING_CALLBACK';
create index task_line on task (line_id, id);
create index task_application on task (application_id, id);
create index task_user on task (user_id, id) where user_id is not null;
create index task_batch on task (batch_id, id) where batch_id is not null;
-- The list is read in order of ids, so that a value most tasks have is found at once without an index of its own; what needs one is the
-- value few have among millions. Partial indexes hold only those, and cost the ordinary task (opened, claimed, succeeded) nothing
-- beyond its short time in the queue.
create index task_not_succeeded on task (status, id) where status <> 'SUCCEEDED';
create index task_failure_kind on task (failure_kind, id) where failure_kind is not null;
create index task_rare_action on task (action, id) where action not in ('CREATE', 'UPDATE');
create index task_rare_source on task (source, id) where source not in ('MANUAL', 'PROVISIONING_POLICY', 'PERMISSION_CHANGE');
create index task_rare_object on task (object_type, id) where object_type <> 'ACCOUNT';
-- The one full index for the log: a person's few changes among a policy's millions would otherwise take a scan of everything. Each entry
-- goes to the end of its initiator's range, which is in memory.
create index task_initiator on task (initiator_name, id);
create index task_failure_text on task using gin (failure_message gin_trgm_ops) where failure_message is not null;
create index task_supersedes on task (supersedes_id) where supersedes_id is not null;
create index task_superseded_by on task (superseded_by_id) where superseded_by_id is not null;

-- runner: who is at work, and which applications asked for a pause
create table runner (
    id         uuid primary key,
    host       text not null,
    started_at timestamptz not null,
    seen_at    timestamptz not null
);
comment on table runner is 'Server processes that run tasks; limits of an application are shared out among the live ones.';

create table application_pause (
    application_id uuid primary key,
    until          timestamptz not null,
    reason         text not null
);
comment on table application_pause is 'The target asked every caller to come back later (429, Retry-After).';

-- Remote ids are searched for in any part. A trigram index on the tasks would have to take every id once per task and change of
-- state; here each line has it once.
create table remote_name (
    line_id     uuid not null,
    search_text text not null,
    primary key (line_id, search_text)
);
comment on table remote_name is 'The ids a line''s object has had in its target, lower case, for free-text search.';
create index remote_name_text on remote_name using gin (search_text gin_trgm_ops);
