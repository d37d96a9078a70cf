-- access: people an identity provider vouches for
alter table administrator add column openid_issuer text, add column openid_subject text;
alter table administrator add constraint openid_is_whole check (num_nulls(openid_issuer, openid_subject) in (0, 2));
comment on column administrator.openid_subject is 'Who it is at the issuer, for ever (OpenID Connect Core section 2); null for who signs in with a password.';
create unique index administrator_openid on administrator (openid_issuer, openid_subject);

alter table portal_sign_in alter column password_hash drop not null;
comment on column portal_sign_in.password_hash is 'Argon2id in PHC string format; null for who signs in with OpenID Connect alone.';

-- openid: the provider, sign-ins under way, and what is needed to sign out there
create table openid_settings (
    only_row             boolean primary key default true check (only_row),
    enabled              boolean not null default false,
    name                 text not null default '',
    issuer               text not null default '',
    client_id            text not null default '',
    sealed_client_secret bytea,
    scopes               text[] not null default '{openid,profile,email}',
    name_claim           text not null default 'preferred_username',
    role_claim           text,
    role_mapping         jsonb not null default '[]',
    unknown_people       text not null default 'REFUSE' check (unknown_people in ('REFUSE', 'MAKE')),
    user_claim           text,
    user_attribute       text not null default 'USER_NAME' check (user_attribute in ('USER_NAME', 'EMAIL')),
    version              integer not null default 1,
    constraint enabled_is_whole check (not enabled or (name <> '' and issuer <> '' and client_id <> ''))
);
comment on table openid_settings is 'One row: the identity provider people sign in at.';
comment on column openid_settings.name is 'On the button of the sign-in page.';
comment on column openid_settings.name_claim is 'Path of the claim that names an administrator; parts are separated by dots.';
comment on column openid_settings.role_claim is 'Path of the claim whose values are mapped to roles at each sign-in; null: roles are given in the console.';
comment on column openid_settings.role_mapping is 'List of {"value", "role"}.';
comment on column openid_settings.unknown_people is 'What becomes of an administrator nobody has made before.';
comment on column openid_settings.user_claim is 'Path of the claim that finds a user of the platform for the portal; null: nobody comes to the portal this way.';
insert into openid_settings default values;

create table openid_sign_in (
    state_hash      bytea primary key,
    browser_hash    bytea not null,
    nonce           text not null,
    sealed_verifier bytea not null,
    return_to       text,
    expires_at      timestamptz not null
);
comment on table openid_sign_in is 'Sign-ins that were sent to the provider and have not come back.';
comment on column openid_sign_in.browser_hash is 'SHA-256 of a cookie: only the browser that began can end it.';
comment on column openid_sign_in.sealed_verifier is 'The code verifier (RFC 7636).';
create index on openid_sign_in (expires_at);

create table openid_session (
    session_id      uuid primary key references session (id) on delete cascade,
    sealed_id_token bytea not null
);
comment on column openid_session.sealed_id_token is 'Tells the provider whom to sign out (OpenID Connect RP-Initiated Logout section 2).';
