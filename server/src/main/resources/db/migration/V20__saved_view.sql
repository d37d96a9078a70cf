-- savedview: views of the log that somebody gave a name
create table saved_view (
    id         uuid primary key,
    name       text not null check (name <> '' and length(name) <= 100),
    address    text not null check (address ~ '^/log(\?[^[:space:]#]*)?$' and length(address) <= 4000),
    shared     boolean not null,
    owner_id   uuid not null,
    owner_name text not null,
    version    integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
comment on table saved_view is 'A view of the synchronization log under a name: one person''s, or shared with all administrators.';
comment on column saved_view.address is 'The address of the list in the console: filters, order and columns.';
comment on column saved_view.owner_id is 'Who made it: an administrator or an API token. No foreign key: a shared view outlives its maker.';
create unique index saved_view_shared_name on saved_view (lower(name)) where shared;
create unique index saved_view_own_name on saved_view (owner_id, lower(name)) where not shared;
create index saved_view_order on saved_view (lower(name), id);

create table start_view (
    owner_id uuid primary key,
    view_id  uuid references saved_view (id) on delete cascade,
    shipped  text check (shipped in ('ATTENTION', 'NO_CALLBACK', 'UNDER_WAY', 'EVERYTHING')),
    constraint one_of_both check (num_nonnulls(view_id, shipped) = 1)
);
comment on table start_view is 'The view the log opens with for somebody; without a row it is what needs a person.';
comment on column start_view.shipped is 'One of the views every installation has.';
create index on start_view (view_id) where view_id is not null;
