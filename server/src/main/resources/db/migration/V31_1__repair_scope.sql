-- bulkrepair: who plans sees no more than what is theirs
alter table bulk_repair add column visible uuid[];
comment on column bulk_repair.visible is 'Applications in which the planner may do this: the plan finds nothing in others, and only who sees all of them sees the plan. Null for all.';
