-- dashboard: figures kept in the background, so that looking at millions of tasks costs nothing
create function uuid_time(id uuid) returns timestamptz language sql immutable as $$
    select to_timestamp(('x' || translate(left(id::text, 13), '-', ''))::bit(48)::bigint / 1000.0)
$$;
comment on function uuid_time is 'When a UUIDv7 was made, to the millisecond (RFC 9562, section 5.7).';

create table task_volume (
    span             text not null check (span in ('HOUR', 'DAY')),
    start            timestamptz not null,
    application_id   uuid not null,
    application_name text not null,
    opened           integer not null check (opened = succeeded + confirmed + failed + open + superseded + cancelled),
    succeeded        integer not null,
    confirmed        integer not null,
    failed           integer not null,
    open             integer not null,
    superseded       integer not null,
    cancelled        integer not null,
    delay_steps      smallint[] not null,
    delay_tasks      integer[] not null,
    primary key (span, start, application_id),
    constraint begins_evenly check (start = date_trunc(lower(span), start, 'UTC')),
    constraint a_number_for_each_step check (cardinality(delay_steps) = cardinality(delay_tasks))
);
comment on table task_volume is 'Tasks by the hour (UTC) in which they were opened, and how they stood when they were last counted; days are sums of hours.';
comment on column task_volume.open is 'Queued, running or awaiting a callback.';
comment on column task_volume.delay_steps is 'How long SUCCEEDED tasks took from opening to settling, as steps of a scale: step n begins at 1.1^n milliseconds. Ascending.';
comment on column task_volume.delay_tasks is 'How many tasks took as long as the step at the same place.';

create table unsettled_tasks (
    application_id   uuid not null,
    application_name text not null,
    status           text not null check (status in ('QUEUED', 'RUNNING', 'AWAITING_CALLBACK', 'FAILED')),
    failure_kind     text,
    tasks            bigint not null check (tasks > 0),
    oldest_opened_at timestamptz not null,
    unique nulls not distinct (application_id, status, failure_kind),
    constraint kind_of_failed_tasks check ((status = 'FAILED') = (failure_kind is not null))
);
comment on table unsettled_tasks is 'What waited, was under way or stood failed when it was last counted.';

create table dashboard_count (
    one          boolean primary key default true check (one),
    counted_at   timestamptz,
    counted_from timestamptz,
    rest_until   timestamptz not null default '-infinity'
);
comment on table dashboard_count is 'How far the figures are counted. Its row is locked by the server that counts.';
comment on column dashboard_count.counted_from is 'The first hour that is counted; earlier ones follow step by step.';
comment on column dashboard_count.rest_until is 'By the database''s clock: counting rests far longer than it takes.';
insert into dashboard_count default values;

create index task_removal on task (id) where takes_away and settled_at is null and object_type = 'ACCOUNT';
comment on index task_removal is 'Removals of access that are not done, few among millions.';
