-- task: waiting for several tasks of other lines
alter table task add column waits_also uuid[];
comment on column task.waits_also is 'What it has to wait for besides waits_for (an organization''s deletion for all that leave it). When the awaited one is settled, the next of these that is not takes its place; null for most, and once it may run.';
alter table task add constraint waits_also_while_waiting check (waits_also is null or waits_for is not null);
create index task_waits_also on task using gin (waits_also) where waits_also is not null;
