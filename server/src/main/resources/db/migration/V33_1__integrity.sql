-- integrity: what is settled is chained by hash, so that whoever alters, removes or reorders it later is found out
create table sealed_batch (
    number    bigint primary key check (number > 0),
    sealed_at timestamptz not null,
    records   integer not null check (records > 0),
    root      bytea not null,
    previous  bytea not null,
    hash      bytea not null unique,
    signature bytea not null
);
comment on table sealed_batch is 'A link of the chain: some hundred records under one root. Never dropped: 200 bytes for each some hundred records.';
comment on column sealed_batch.root is 'Merkle root over the records'' hashes (RFC 9162, section 2.1).';
comment on column sealed_batch.previous is 'The hash of the batch before; 32 zero bytes for the first.';
comment on column sealed_batch.hash is 'SHA-256 over number, time, count, root and previous.';
comment on column sealed_batch.signature is 'Ed25519 over the hash, by the key set beside the data.';

create table sealed_record (
    batch     bigint not null references sealed_batch (number),
    position  integer not null,
    kind      text not null check (kind in ('TASK', 'AUDIT', 'NOTICE')),
    id        uuid not null,
    salt      bytea,
    parts     bytea not null,
    kept      bytea,
    erased_by uuid,
    gone_by   uuid,
    primary key (batch, position),
    constraint erased_keeps_its_commitments check ((erased_by is null) = (kept is null) and (erased_by is null or salt is null))
);
comment on table sealed_record is 'The hashes of one task or audit entry. A task that something was added to later is sealed again; its last record counts.';
comment on column sealed_record.salt is 'Random; without it nobody can guess what was erased from the commitment that is kept.';
comment on column sealed_record.parts is '32 bytes for each table the record comes from: SHA-256 over what stays, and over the commitment to what may be erased.';
comment on column sealed_record.kept is 'Of a record whose personal parts were erased, the commitments to them.';
comment on column sealed_record.erased_by is 'The notice of the erasure.';
comment on column sealed_record.gone_by is 'The notice of its deletion, when its period was over.';
create index sealed_record_id on sealed_record (id, batch);
create index sealed_record_erased on sealed_record (erased_by, id) where erased_by is not null;
create index sealed_record_gone on sealed_record (gone_by, id) where gone_by is not null;

create table sealed_notice (
    id             uuid primary key,
    at             timestamptz not null,
    kind           text not null check (kind in ('ERASED', 'EXPIRED')),
    what           text not null check (what in ('PERSON', 'PAYLOADS', 'TASKS', 'AUDIT')),
    subject_id     uuid,
    application_id uuid,
    from_id        uuid,
    to_id          uuid,
    records        bigint not null,
    digest         bytea,
    actor_kind     text not null,
    actor_id       uuid,
    actor_name     text not null,
    reason         text not null
);
comment on table sealed_notice is 'Why something is no longer there: who erased it or which period was over. Sealed like everything else, and never dropped.';
comment on column sealed_notice.digest is 'Sum of the SHA-256 of the ids of the records it is about, modulo 2^256; null where a range of ids says it.';
comment on column sealed_notice.from_id is 'A whole month was dropped: from this id on, below to_id.';

create table seal_state (
    single     boolean primary key default true check (single),
    tasks_from timestamptz not null default '-infinity',
    audit_from timestamptz not null default '-infinity',
    whole_at   timestamptz not null default '-infinity'
);
comment on table seal_state is 'How far the look for what is settled has come. Its row is locked by the one server that seals.';
comment on column seal_state.whole_at is 'When it last began anew from the first task, for what committed late.';
insert into seal_state default values;

-- A worker that had lost a task may tell its result, and a target repeat its callback, after the task was settled and sealed.
create table seal_again (
    task_id uuid not null
);
create function seal_again() returns trigger language plpgsql as $$
begin
    insert into seal_again (task_id) values (new.task_id);
    return null;
end $$;
create trigger entry_of_a_settled_task after insert on entry
    for each row when (new.event in ('LATE_RESULT', 'CALLBACK')) execute function seal_again();

create index task_settled on task (settled_at, id) where settled_at is not null;
create index audit_ended on audit_entry (ended_at, id) where ended_at is not null;
