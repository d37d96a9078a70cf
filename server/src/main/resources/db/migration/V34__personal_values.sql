-- personal values: who may see them is decided when they are read
alter table application
    add column personal_attributes text[] not null default '{}',
    add column public_attributes text[] not null default '{}';
comment on column application.personal_attributes is 'Target attributes that are personal beyond those the connector declares and those whose name says so.';
comment on column application.public_attributes is 'Target attributes that are not personal, though they would be by the connector or by their name.';

create table personal_mark_key (
    single boolean primary key default true check (single),
    sealed bytea not null
);
comment on table personal_mark_key is 'The key of the marks that stand for hidden personal values: one for all servers, sealed.';

-- A value may be revealed after the task was settled and sealed; who looked at it belongs into the chain too.
drop trigger entry_of_a_settled_task on entry;
create trigger entry_of_a_settled_task after insert on entry
    for each row when (new.event in ('LATE_RESULT', 'CALLBACK', 'REVEALED')) execute function seal_again();
