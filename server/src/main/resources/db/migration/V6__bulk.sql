-- bulk: imports and batch provisioning
create table batch (
    id             uuid primary key,
    kind           text not null check (kind in ('IMPORT', 'PROVISIONING')),
    application_id uuid not null,
    name           text not null,
    status         text not null check (status in ('READING', 'READY', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    options        jsonb not null default '{}',
    total          integer not null default 0,
    bad            integer not null default 0,
    opened         integer not null default 0,
    skipped        integer not null default 0,
    failure        text,
    initiator_kind text not null,
    initiator_id   uuid,
    initiator_name text not null,
    lease_until    timestamptz,
    lease_holder   uuid,
    version        integer not null default 1,
    created_at     timestamptz not null,
    started_at     timestamptz,
    ended_at       timestamptz,
    check ((status in ('DONE', 'CANCELLED', 'FAILED')) = (ended_at is not null))
);
comment on table batch is 'Many operations asked for at once: a CSV import or a batch provisioning.';
comment on column batch.bad is 'Rows that cannot be imported.';
comment on column batch.opened is 'Rows whose task was opened (or, without data synchronization, whose effect was applied).';
comment on column batch.skipped is 'Rows that needed nothing.';
comment on column batch.lease_until is 'The server opening its tasks renews it; after it another server goes on where that one stopped.';
comment on column batch.lease_holder is 'The server at work on it; what another one still writes is refused.';
create index batch_page on batch (created_at desc, id desc);

create table batch_row (
    batch_id  uuid not null references batch (id) on delete cascade,
    number    integer not null,
    subject   text not null,
    user_id   uuid,
    content   jsonb,
    sealed    bytea,
    status    text not null check (status in ('WAITING', 'BAD', 'OPENED', 'SKIPPED', 'APPLIED', 'FAILED', 'CANCELLED')),
    message   text,
    task_id   uuid,
    primary key (batch_id, number)
);
comment on table batch_row is 'One row of an import (number is the line of the file) or one user of a batch provisioning.';
comment on column batch_row.sealed is 'Secret values of the row, sealed; removed when its task was opened.';
create index batch_row_subject on batch_row (batch_id, lower(subject));
create index batch_row_open on batch_row (batch_id, number) where status = 'WAITING';
create index batch_row_bad on batch_row (batch_id, number) where status = 'BAD';
