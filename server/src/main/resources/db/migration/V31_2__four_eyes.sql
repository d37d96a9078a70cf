-- foureyes: what one person alone may not do
create table four_eyes_rule (
    application_id    uuid unique references application (id) on delete cascade,
    confirm_deletions boolean not null,
    bulk_repair_over  integer check (bulk_repair_over >= 0),
    release_held      boolean not null,
    version           integer not null default 1,
    updated_at        timestamptz not null
);
comment on table four_eyes_rule is 'Which acts need a second person. The row without an application holds wherever an application has none of its own.';
comment on column four_eyes_rule.bulk_repair_over is 'A bulk repair of more tasks than this needs a second person; null: none does for its size.';
create unique index four_eyes_rule_usual on four_eyes_rule ((application_id is null)) where application_id is null;
insert into four_eyes_rule (application_id, confirm_deletions, bulk_repair_over, release_held, updated_at) values (null, false, null, false, now());

create table proposal (
    id                       uuid primary key,
    kind                     text not null check (kind in ('CONFIRM_DELETION', 'BULK_REPAIR', 'RELEASE_HELD')),
    subject_id               uuid not null,
    subject                  text not null,
    applications             uuid[],
    content                  jsonb not null,
    reason                   text,
    status                   text not null check (status in ('OPEN', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'EXPIRED')),
    proposer_kind            text not null,
    proposer_id              uuid not null,
    proposer_name            text not null,
    proposer_administrator   uuid not null,
    proposed_at              timestamptz not null,
    expires_at               timestamptz not null,
    decided_at               timestamptz,
    decided_by               text,
    decided_by_administrator uuid,
    decision                 text,
    constraint decided_by_somebody check ((status in ('APPROVED', 'DECLINED')) = (decided_by_administrator is not null)),
    constraint nobody_decides_over_the_own check (decided_by_administrator <> proposer_administrator),
    constraint over_has_a_time check ((status = 'OPEN') = (decided_at is null))
);
comment on table proposal is 'An act somebody wants to do that needs a second person.';
comment on column proposal.applications is 'What it touches: who decides has the right in all of them. Null for all applications.';
comment on column proposal.content is 'What the act was asked for with, to be carried out as it was proposed.';
comment on column proposal.proposer_administrator is 'The person behind the proposer, also when that was an API token.';
comment on column proposal.decision is 'What the second person said.';
create unique index proposal_open on proposal (kind, subject_id) where status = 'OPEN';
create index proposal_expiry on proposal (expires_at) where status = 'OPEN';

alter table bulk_repair add column approved_by text;
comment on column bulk_repair.approved_by is 'The second person who let it run; null when none was needed.';
