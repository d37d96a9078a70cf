-- Reading the log of ten million tasks: what one index decides alone needs no look at the tasks themselves. Both were there already; now they
-- hold what the list is filtered by together with a status or a person.
drop index task_not_succeeded;
create index task_not_succeeded on task (status, id) include (application_id, action, source, failure_kind) where status <> 'SUCCEEDED';
drop index task_initiator;
create index task_initiator on task (initiator_name, id) include (application_id, action, source);
