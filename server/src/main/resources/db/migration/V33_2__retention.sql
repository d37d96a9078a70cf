-- retention: what has to be kept although its time is over, and what had to be erased although it is not
create table legal_hold (
    id           uuid primary key,
    subject_type text not null check (subject_type in ('USER', 'APPLICATION', 'TASK')),
    subject_id   uuid not null,
    reason       text not null,
    placed_at    timestamptz not null,
    placed_by    text not null,
    lifted_at    timestamptz,
    lifted_by    text,
    lift_reason  text,
    constraint lifted_says_by_whom check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_reason is null))
);
comment on table legal_hold is 'What nobody may erase while the hold stands: everything of a user, of an application, or one task.';
create unique index legal_hold_once on legal_hold (subject_type, subject_id) where lifted_at is null;

create table erasure (
    id          uuid primary key,
    user_id     uuid not null,
    reason      text not null,
    actor_kind  text not null,
    actor_id    uuid,
    actor_name  text not null,
    ordered_at  timestamptz not null,
    tasks       bigint not null,
    entries     bigint not null,
    phase       text not null check (phase in ('TASKS', 'AUDIT', 'REST', 'DONE')),
    after_id    uuid,
    tasks_done  bigint not null default 0,
    entries_done bigint not null default 0,
    holder      uuid,
    lease_until timestamptz,
    ended_at    timestamptz,
    constraint done_has_an_end check ((phase = 'DONE') = (ended_at is not null))
);
comment on table erasure is 'Erasing one person''s data. Names nobody: the id is all that is left of the person.';
comment on column erasure.tasks is 'How many there were when it was ordered.';
comment on column erasure.after_id is 'The last record of the phase that was erased; null at its beginning.';
create unique index erasure_once on erasure (user_id) where phase <> 'DONE';
