-- retention: how long what is kept
create table retention_period (
    application_id uuid unique nulls not distinct,
    payload_days   integer check (payload_days > 0),
    task_days      integer check (task_days > 0),
    audit_days     integer check (audit_days > 0),
    updated_at     timestamptz not null,
    constraint payloads_go_with_their_task check (task_days is null or payload_days is not null and payload_days <= task_days)
);
comment on table retention_period is 'Days after which a whole month is given up. Null keeps for ever; so does what no row is about.';
comment on column retention_period.application_id is 'Null for what holds everywhere else.';
