-- The same for an application: its deletions, or what a policy did there.
drop index task_application;
create index task_application on task (application_id, id) include (action, source);
