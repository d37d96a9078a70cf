-- audit: who did what with the platform itself. Written before it is done (the intent), and once more when it is over (the outcome).
create table audit_entry (
    id             uuid primary key,
    at             timestamptz not null,
    actor_kind     text check (actor_kind in ('SYSTEM', 'ADMINISTRATOR', 'API_TOKEN', 'USER')),
    actor_id       uuid,
    actor_name     text,
    act            text not null,
    object_type    text,
    object_id      text,
    object_name    text,
    application_id uuid,
    reason         text,
    before         jsonb,
    after          jsonb,
    method         text,
    path           text,
    remote_address text,
    user_agent     text,
    request_id     text,
    ended_at       timestamptz,
    outcome        text check (outcome in ('DONE', 'REFUSED', 'FAILED', 'REPEATED', 'UNKNOWN')),
    code           text,
    status         integer,
    times          integer not null default 1 check (times > 0),

    constraint over_means_an_outcome check ((ended_at is null) = (outcome is null)),
    constraint an_actor_has_a_name check ((actor_kind is null) = (actor_name is null))
) partition by range (id);
comment on table audit_entry is 'One administrative act, reveal or sign-in. The row is written before the act; its outcome, names and values when it is over.';
comment on column audit_entry.id is 'UUIDv7; carries the time of the act, by which the table is partitioned.';
comment on column audit_entry.actor_kind is 'Null while nobody is known: a sign-in that failed, a token that was refused.';
comment on column audit_entry.act is 'Stable code, made of the address of the endpoint: "applications.change".';
comment on column audit_entry.object_id is 'Text: not everything that can be changed has a UUID.';
comment on column audit_entry.application_id is 'The application it concerns; its period of retention counts then.';
comment on column audit_entry.before is 'The members that changed, as they were; never a secret. Null where nothing was.';
comment on column audit_entry.after is 'The same members as they are now, or facts about what was done.';
comment on column audit_entry.outcome is 'Null while under way. REPEATED: an idempotency key brought the first answer again. UNKNOWN: the server stopped meanwhile.';
comment on column audit_entry.code is 'Of the refusal: the code of the problem document.';
comment on column audit_entry.times is 'Alike refusals within a minute are one row with their number: a flood must not fill the database.';

create table audit_entry_default partition of audit_entry default;

create index audit_actor on audit_entry (actor_id, id) where actor_id is not null;
create index audit_object on audit_entry (object_id, id) where object_id is not null;
create index audit_act on audit_entry (act, id);
-- Most acts are done; what is looked for by its outcome is the other ones, and what has none yet.
create index audit_not_done on audit_entry (outcome, id) where outcome <> 'DONE';
create index audit_under_way on audit_entry (id) where outcome is null;

-- The audit is partitioned by the same months as the tasks.
create or replace function month_partitions(month timestamptz) returns void language plpgsql as $$
declare
    lower_bound timestamptz := date_trunc('month', month, 'UTC');
    upper_bound timestamptz := date_trunc('month', month, 'UTC') + interval '1 month';
    family text;
    name text;
begin
    -- One server at a time: the others find the partitions made.
    perform pg_advisory_xact_lock(hashtext('month_partitions'));
    begin
        perform task_partition(lower_bound, upper_bound);
    exception when check_violation then
        raise warning 'Tasks of % stay in the default partition, which has some of them already.', lower_bound;
    end;
    foreach family in array array['entry', 'attempt', 'wire_message', 'audit_entry'] loop
        name := family || '_' || to_char(lower_bound at time zone 'UTC', 'YYYYMM');
        if to_regclass(name) is null then
            begin
                execute format('create table %I partition of %I for values from (%L) to (%L)',
                    name, family, uuid_floor(lower_bound), uuid_floor(upper_bound));
            exception when check_violation then
                raise warning 'Rows of % of % stay in the default partition, which has some of them already.', family, lower_bound;
            end;
        end if;
    end loop;
end $$;
