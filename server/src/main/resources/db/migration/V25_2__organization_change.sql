-- identity: what was changed about organizations, and by whom
create table organization_change (
    id              uuid primary key,
    organization_id uuid not null,
    before          jsonb,
    after           jsonb,
    actor_kind      text not null,
    actor_id        uuid,
    actor_name      text not null,
    changed_at      timestamptz not null,
    constraint something_changed check (before is not null or after is not null)
);
comment on table organization_change is 'Every change of an organization as it was made, with the values before and after. Outlives the organization.';
comment on column organization_change.before is 'Null when it was created.';
comment on column organization_change.after is 'Null when it was deleted.';
create index on organization_change (organization_id, id);
