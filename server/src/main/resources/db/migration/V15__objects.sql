-- task: waiting for a task of another line
alter table task add column waits_for uuid;
comment on column task.waits_for is 'The task of another line that has to be settled before this one may run (an account''s organization). Then this one is due at no time, so that claiming need not look; null again once it may run.';
alter table task add constraint waiting_is_due_at_no_time check (
    (waits_for is not null) = coalesce(due_at = 'infinity', false));
create index task_waits_for on task (waits_for) where waits_for is not null;
