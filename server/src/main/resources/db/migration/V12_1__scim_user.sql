-- scim: versions of what only the client knows, and all addresses a client may look somebody up by
alter table scim_user
    add column version    integer not null default 1,
    add column updated_at timestamptz,
    add column emails     text[] not null default '{}';
comment on column scim_user.version is 'Grows with this row; beside the version of the user it makes the ETag of the resource.';
comment on column scim_user.emails is 'All email addresses of the document in lower case; users.email is one of them.';
create index on scim_user using gin (emails);
