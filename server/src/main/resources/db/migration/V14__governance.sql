-- modules: what of the product is switched on
create table module_switches (
    only_row             boolean primary key default true check (only_row),
    lifecycle_management boolean not null default true,
    identity_governance  boolean not null default true,
    version              integer not null default 1
);
comment on table module_switches is 'One row: which modules are switched on.';
insert into module_switches default values;

-- governance: what is looked for
create table governance_check (
    id             uuid primary key,
    family         text not null check (family in ('ACCOUNT_POLICY', 'COMPLIANCE')),
    application_id uuid references application (id) on delete cascade,
    name           text not null,
    enabled        boolean not null,
    definition     jsonb not null,
    action         text not null check (action in ('NOTIFY', 'UNBIND', 'DISABLE', 'DELETE')),
    schedule       jsonb,
    most_accounts  integer check (most_accounts >= 0),
    most_percent   integer check (most_percent between 0 and 100),
    next_run_at    timestamptz,
    version        integer not null default 1,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    constraint policies_have_an_application check ((family = 'ACCOUNT_POLICY') = (application_id is not null))
);
comment on table governance_check is 'An application account policy or a compliance rule: what is looked for, and what is done about it.';
comment on column governance_check.definition is 'What is looked for, by kind; see Definition.';
comment on column governance_check.action is 'NOTIFY does nothing by itself: findings wait for a decision.';
comment on column governance_check.schedule is 'Null: by hand only.';
comment on column governance_check.most_accounts is 'A run that would touch more accounts stops and waits for a person; null for no limit.';
comment on column governance_check.most_percent is 'The same in percent of the accounts it looked at; null for no limit.';
comment on column governance_check.next_run_at is 'Null without a schedule, or when it is not enabled.';
create unique index governance_check_name on governance_check (family, lower(name));
create index governance_check_due on governance_check (next_run_at) where next_run_at is not null;

create table governance_run (
    id             uuid primary key,
    check_id       uuid not null,
    family         text not null,
    name           text not null,
    application_id uuid,
    definition     jsonb not null,
    action         text not null,
    most_accounts  integer,
    most_percent   integer,
    dry_run        boolean not null,
    status         text not null check (status in ('RUNNING', 'HELD', 'DONE', 'CANCELLED', 'FAILED')),
    phase          text not null check (phase in ('READING', 'FINDING', 'ACTING')),
    place          text not null default '',
    listed         integer not null default 0,
    found          integer not null default 0,
    fresh          integer not null default 0,
    touching       integer not null default 0,
    acted          integer not null default 0,
    refused        integer not null default 0,
    adopted        integer not null default 0,
    resolved       integer not null default 0,
    held_because   text,
    failure        text,
    initiator_kind text not null,
    initiator_id   uuid,
    initiator_name text not null,
    lease_until    timestamptz,
    lease_holder   uuid,
    created_at     timestamptz not null,
    ended_at       timestamptz,
    check ((status in ('DONE', 'CANCELLED', 'FAILED')) = (ended_at is not null)),
    check ((status = 'HELD') = (held_because is not null))
);
comment on table governance_run is 'One run of an account policy or one execution of a compliance rule, with what it was told at its beginning. Outlives the policy.';
comment on column governance_run.place is 'Where the finding goes on after a restart: the last key looked at.';
comment on column governance_run.listed is 'Accounts read from the target.';
comment on column governance_run.fresh is 'Findings that were not there before.';
comment on column governance_run.touching is 'Accounts it would change.';
comment on column governance_run.acted is 'Findings something was done about.';
comment on column governance_run.resolved is 'Earlier findings that are there no more.';
comment on column governance_run.held_because is 'Why it waits for a person: the safety stop.';
comment on column governance_run.lease_until is 'The server at work renews it; after it another server goes on.';
create index governance_run_page on governance_run (family, id desc);
create index governance_run_check on governance_run (check_id, id desc);
create unique index governance_run_one_at_a_time on governance_run (check_id) where status in ('RUNNING', 'HELD') and not dry_run;

create table governance_listed (
    run_id          uuid not null references governance_run (id) on delete cascade,
    remote_id       text not null,
    name            text not null,
    active          boolean,
    attributes      jsonb not null,
    last_sign_in_at timestamptz,
    primary key (run_id, remote_id)
);
comment on table governance_listed is 'The accounts of a target as a run reads them; emptied when the run has ended.';

create table governance_finding (
    id             uuid primary key,
    check_id       uuid not null,
    family         text not null,
    check_name     text not null,
    kind           text not null,
    key            text not null,
    application_id uuid,
    account_id     uuid,
    remote_id      text,
    object_name    text not null,
    user_id        uuid,
    user_name      text,
    accounts       integer not null,
    details        jsonb not null,
    status         text not null check (status in ('OPEN', 'HELD', 'ACTED', 'PASSED', 'ADOPTED', 'RESOLVED', 'DRY')),
    message        text,
    first_run_id   uuid not null,
    last_run_id    uuid not null,
    found_at       timestamptz not null,
    seen_at        timestamptz not null,
    ended_at       timestamptz,
    decided_by     text,
    decided_at     timestamptz,
    reason         text,
    passed_until   timestamptz,
    check ((status = 'PASSED') <= (passed_until is not null and reason is not null))
);
comment on table governance_finding is 'Something a policy or rule objects to. Found again, it is the same finding; it ends when it is there no more. Tasks name it as their cause.';
comment on column governance_finding.key is 'What it is about, the same in every run.';
comment on column governance_finding.object_name is 'Name of the account, or of the user where it is about several.';
comment on column governance_finding.accounts is 'How many accounts doing something about it would touch.';
comment on column governance_finding.status is 'OPEN waits for a decision, HELD for the release of its run, ACTED for the target; PASSED was let pass; DRY belongs to a dry run alone.';
comment on column governance_finding.message is 'What was done, or why it was not.';
create unique index governance_finding_live on governance_finding (check_id, key) where status in ('OPEN', 'HELD', 'ACTED', 'PASSED');
create index governance_finding_page on governance_finding (family, id desc);
create index governance_finding_dry on governance_finding (first_run_id) where status = 'DRY';
create index governance_finding_account on governance_finding (account_id) where account_id is not null;

create table governance_run_finding (
    run_id     uuid not null references governance_run (id) on delete cascade,
    finding_id uuid not null references governance_finding (id) on delete cascade,
    fresh      boolean not null,
    pending    boolean not null,
    primary key (run_id, finding_id)
);
comment on table governance_run_finding is 'What a run found.';
comment on column governance_run_finding.pending is 'Something is still to be done about it.';
create index governance_run_finding_pending on governance_run_finding (run_id, finding_id) where pending;
create index on governance_run_finding (finding_id);
