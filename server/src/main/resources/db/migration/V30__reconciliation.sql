-- reconciliation: what a target has, read and compared with what is known here
create table reconciliation_run (
    id                  uuid primary key,
    application_id      uuid not null references application (id) on delete cascade,
    rules               jsonb not null,
    objects             text[] not null,
    compared            text[] not null default '{}',
    status              text not null check (status in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    phase               text not null check (phase in ('READING', 'COMPARING')),
    place               uuid,
    accounts_read       integer not null default 0,
    objects_read        integer not null default 0,
    requests            integer not null default 0,
    failure             text,
    evidence            jsonb,
    findings_deleted_at timestamptz,
    acting              jsonb,
    act_place           uuid,
    act_total           integer,
    act_done            integer not null default 0,
    act_refused         integer not null default 0,
    act_under_way       boolean not null default false,
    initiator_kind      text not null,
    initiator_id        uuid,
    initiator_name      text not null,
    lease_until         timestamptz,
    lease_holder        uuid,
    created_at          timestamptz not null,
    ended_at            timestamptz,
    check ((status = 'RUNNING') = (ended_at is null)),
    check (acting is null or status = 'DONE'),
    check ((acting is null) = (act_total is null)),
    check (act_under_way <= (acting is not null))
);
comment on table reconciliation_run is 'One reading of what an application has, and the comparison with what is known here.';
comment on column reconciliation_run.rules is 'How accounts nobody here knows are matched to users, in their order.';
comment on column reconciliation_run.objects is 'What was read besides accounts: ORGANIZATION, GROUP.';
comment on column reconciliation_run.compared is 'The attributes of the mapping that were asked for.';
comment on column reconciliation_run.place is 'Where the comparing goes on after a restart: the finding it has come to; null before everything was matched.';
comment on column reconciliation_run.requests is 'How many requests the reading took.';
comment on column reconciliation_run.evidence is 'Of a run that failed: the last requests and what came back, masked.';
comment on column reconciliation_run.findings_deleted_at is 'Since when its findings are gone: a newer run took their place, or they were too old.';
comment on column reconciliation_run.acting is 'What was asked for last about all findings of a kind; null when nothing ever was.';
comment on column reconciliation_run.act_place is 'Where that goes on after a restart: the finding it has come to.';
comment on column reconciliation_run.lease_until is 'The server at work renews it; after it another server goes on.';
create index reconciliation_run_page on reconciliation_run (application_id, id desc);
create index reconciliation_run_leased on reconciliation_run (lease_until) where lease_until is not null;
create unique index reconciliation_run_one_at_a_time on reconciliation_run (application_id) where status = 'RUNNING';

create table reconciliation_finding (
    id             uuid primary key default gen_random_uuid(),
    run_id         uuid not null references reconciliation_run (id) on delete cascade,
    object_type    text not null check (object_type in ('ACCOUNT', 'ORGANIZATION', 'GROUP')),
    kind           text check (kind in ('LINKED', 'DIFFERENT', 'MATCHED', 'AMBIGUOUS', 'UNKNOWN', 'MISSING', 'UNDER_WAY')),
    remote_id      text,
    name           text not null,
    parent         text,
    active         boolean,
    attributes     jsonb not null default '{}',
    last_sign_in_at timestamptz,
    object_id      uuid,
    object_version integer,
    subject_id     uuid,
    candidates     jsonb not null default '[]',
    ambiguity      text check (ambiguity in ('SEVERAL_SUBJECTS', 'SEVERAL_OBJECTS', 'SUBJECT_HAS_ONE')),
    matched_by     text,
    differences    jsonb not null default '[]',
    outcome        text not null default 'OPEN' check (outcome in ('OPEN', 'LINKED', 'KEPT', 'ALIGNED', 'IGNORED')),
    message        text,
    task_id        uuid,
    reason         text,
    decided_by     text,
    decided_at     timestamptz,
    check ((kind = 'MISSING') <= (remote_id is null)),
    check ((outcome = 'OPEN') = (decided_at is null)),
    check ((outcome in ('LINKED', 'KEPT')) <= (object_id is not null))
);
comment on table reconciliation_finding is 'Something a run has read, or missed, and what it comes to. Without a kind while its run is reading and comparing.';
comment on column reconciliation_finding.parent is 'The target''s id of the organization an organization or group is in.';
comment on column reconciliation_finding.attributes is 'As the target has them, by the names of the mapping; secrets are never asked for.';
comment on column reconciliation_finding.object_id is 'The account or presence here.';
comment on column reconciliation_finding.object_version is 'The account''s version when it was compared: one that has changed since is not acted on.';
comment on column reconciliation_finding.subject_id is 'The user, organization or group it belongs to, or was matched to.';
comment on column reconciliation_finding.candidates is 'Ids of those it may belong to, when that is not clear.';
comment on column reconciliation_finding.differences is 'What is expected here and found there otherwise.';
comment on column reconciliation_finding.message is 'What became of the last act, when there is more to say.';
comment on column reconciliation_finding.reason is 'Why it is ignored, as a person said.';
create unique index reconciliation_finding_remote on reconciliation_finding (run_id, object_type, remote_id) where remote_id is not null;
create index reconciliation_finding_page on reconciliation_finding (run_id, object_type, kind, lower(name), id);
create index reconciliation_finding_work on reconciliation_finding (run_id, id);
create index reconciliation_finding_object on reconciliation_finding (run_id, object_id) where object_id is not null;
create index reconciliation_finding_subject on reconciliation_finding (run_id, subject_id) where subject_id is not null;

create table reconciliation_link (
    id             uuid primary key,
    run_id         uuid not null,
    application_id uuid not null,
    object_type    text not null,
    object_id      uuid not null,
    name           text not null,
    remote_id      text,
    subject_id     uuid,
    act            text not null check (act in ('LINK', 'KEEP', 'ALIGN')),
    actor_kind     text not null,
    actor_id       uuid,
    actor_name     text not null,
    linked_at      timestamptz not null
);
comment on table reconciliation_link is 'The history of accounts and presences as far as runs made it: which run put them here, or brought them into line. Outlives the run.';
create index reconciliation_link_object on reconciliation_link (object_id, id desc);
