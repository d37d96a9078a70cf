-- journal: what happened to a task, and what went over the wire. Append only; no foreign keys, so that payloads and tasks can be
-- dropped each after its own period.
create table entry (
    id      uuid not null,
    task_id uuid not null,
    at      timestamptz not null,
    event   text not null,
    actor   text,
    message text,
    detail  jsonb,
    primary key (task_id, id)
) partition by range (task_id);
comment on table entry is 'The operation log: one row per step of a task.';
comment on column entry.actor is 'Who did it, when it was a person.';

create table attempt (
    task_id      uuid not null,
    number       integer not null,
    runner_id    uuid,
    started_at   timestamptz not null,
    ended_at     timestamptz not null,
    outcome      text not null,
    failure_kind text,
    message      text,
    counted      boolean not null,
    primary key (task_id, number)
) partition by range (task_id);
comment on table attempt is 'One finished try of a task. The one under way is on the task itself.';
comment on column attempt.number is 'The fencing number it ran under.';
comment on column attempt.counted is 'Whether it counts against the limit; a throttled try does not.';

create table wire_message (
    task_id     uuid not null,
    attempt     integer not null,
    seq         integer not null,
    kind        text not null check (kind in ('REQUEST', 'RESPONSE', 'BROKEN')),
    at          timestamptz not null,
    protocol    text,
    operation   text,
    target      text,
    status      text,
    codec       smallint not null,
    body        bytea not null,
    size        integer not null,
    cut         integer not null default 0,
    primary key (task_id, attempt, seq, kind)
) partition by range (task_id);
comment on table wire_message is 'A request as sent or an answer as received, secrets masked before they got here. Request and answer of one exchange share seq.';
comment on column wire_message.codec is '0 for plain UTF-8, otherwise the number of the zstd dictionary.';
comment on column wire_message.body is 'Headers and body, encoded.';
comment on column wire_message.size is 'Bytes of the body before encoding and cutting.';
comment on column wire_message.cut is 'Bytes of the body that were not kept.';

create table entry_default partition of entry default;
create table attempt_default partition of attempt default;
create table wire_message_default partition of wire_message default;

-- Partitions of a month, for the task table and for everything that hangs on a task (their keys begin with the task's id).
create function month_partitions(month timestamptz) returns void language plpgsql as $$
declare
    lower_bound timestamptz := date_trunc('month', month, 'UTC');
    upper_bound timestamptz := date_trunc('month', month, 'UTC') + interval '1 month';
    family text;
    name text;
begin
    -- One server at a time: the others find the partitions made.
    perform pg_advisory_xact_lock(hashtext('month_partitions'));
    perform task_partition(lower_bound, upper_bound);
    foreach family in array array['entry', 'attempt', 'wire_message'] loop
        name := family || '_' || to_char(lower_bound at time zone 'UTC', 'YYYYMM');
        if to_regclass(name) is null then
            execute format('create table %I partition of %I for values from (%L) to (%L)',
                name, family, uuid_floor(lower_bound), uuid_floor(upper_bound));
        end if;
    end loop;
end $$;

-- callback: answers that came later
create table callback (
    id             uuid primary key,
    task_id        uuid not null,
    application_id uuid not null,
    webhook_id     text,
    received_at    timestamptz not null,
    verdict        text not null check (verdict in ('ACCEPTED', 'EARLY', 'DUPLICATE', 'LATE', 'FORGED', 'STALE', 'INVALID', 'IGNORED')),
    succeeded      boolean,
    remote_id      text,
    message        text,
    headers        jsonb not null,
    body           text not null,
    remote_address text,
    applied_at     timestamptz,
    repeats        integer not null default 0
);
comment on table callback is 'Every message that reached a callback address of a known task, with what was made of it.';
comment on column callback.applied_at is 'When its result was given to the task; an EARLY one waits for the request''s own answer.';
comment on column callback.repeats is 'Further messages of this verdict, counted but not kept: a flood must not fill the database.';
create index on callback (task_id, id);
create unique index callback_once on callback (task_id, webhook_id) where verdict in ('ACCEPTED', 'EARLY', 'LATE');
