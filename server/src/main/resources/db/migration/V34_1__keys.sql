-- keys: what seals secrets is itself sealed, by a key that is not in the database
create table key_set (
    single     boolean primary key default true check (single),
    version    integer not null,
    sealed     bytea not null,
    changed_at timestamptz not null
);
comment on table key_set is 'The Tink key set that seals secrets, for all servers; encrypted with the key of the key file, of SYNCLINE_KEYSET, or of a KMS.';
comment on column key_set.version is 'Grows with every change; servers look at it to find a new key.';

create table data_key (
    id         bigint primary key,
    made_at    timestamptz not null,
    made_by    text,
    retired_at timestamptz
);
comment on table data_key is 'Keys that are or were in the set, without the keys themselves.';
comment on column data_key.id is 'Tink''s id of the key; what it sealed begins with 1 and the id in four bytes.';
comment on column data_key.made_by is 'Who rotated; null for the key there was at the start.';

comment on column wire_message.codec is '0 for plain UTF-8, otherwise the number of the zstd dictionary; with 100 added the result is sealed.';
create index wire_message_key on wire_message (substring(body from 1 for 5)) where codec >= 100;
