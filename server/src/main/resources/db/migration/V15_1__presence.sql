-- presence: organizations and groups in applications
create table presence_switch (
    application_id uuid not null references application (id) on delete cascade,
    object_type    text not null check (object_type in ('ORGANIZATION', 'GROUP')),
    since          timestamptz not null,
    primary key (application_id, object_type)
);
comment on table presence_switch is 'Which kinds of objects an application is told of besides accounts; a row means that it is.';

create table presence (
    id             uuid primary key,
    application_id uuid not null references application (id) on delete cascade,
    object_type    text not null check (object_type in ('ORGANIZATION', 'GROUP')),
    object_id      uuid not null,
    name           text not null,
    code           text not null,
    remote_id      text,
    status         text not null check (status in ('REQUESTED', 'ACTIVE', 'DELETING')),
    before_deletion text check (before_deletion in ('REQUESTED', 'ACTIVE')),
    attributes     jsonb not null default '{}',
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    unique (application_id, object_type, object_id),
    constraint deleting_knows_the_way_back check ((status = 'DELETING') = (before_deletion is not null))
) with (fillfactor = 70);
comment on table presence is 'An organization or a group of users in one application, as an account is a user in one.';
comment on column presence.id is 'Also names the line its tasks run in.';
comment on column presence.object_id is 'The organization or group. No foreign key: the presence outlives it until the target has deleted it.';
comment on column presence.code is 'What tasks name it by: an organization''s code, a group''s name.';
comment on column presence.before_deletion is 'The status a cancelled deletion goes back to.';
comment on column presence.attributes is 'The values the target is known to have, secrets left out; "@parent" is the code of the organization it is below.';
create index presence_object on presence (object_id);
create index presence_code on presence (application_id, object_type, code);
create index presence_page on presence (application_id, id);
