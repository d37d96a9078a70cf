-- structure: accounts that came or went, for the groups they belong to
create table presence_refresh (
    task_id        uuid primary key,
    application_id uuid not null,
    user_id        uuid not null
);
comment on table presence_refresh is 'Accounts whose creation or deletion has become true in an application that is told of groups; the groups of their users are looked at a moment later, so that settling a task need not lock them.';
comment on column presence_refresh.task_id is 'The task that created or deleted the account, and the reason of what follows.';
