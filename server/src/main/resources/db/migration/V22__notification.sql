-- delivery: where messages go, and which were sent
create table notification_channel (
    id             uuid primary key,
    name           text not null,
    kind           text not null check (kind in ('MAIL', 'WEBHOOK', 'FEISHU_BOT')),
    enabled        boolean not null,
    language       text not null check (language in ('en', 'zh-CN')),
    settings       jsonb not null,
    sealed_secrets bytea,
    version        integer not null default 1,
    created_at     timestamptz not null,
    updated_at     timestamptz not null
);
comment on table notification_channel is 'Where messages go: mailboxes, a webhook, a chat''s bot.';
comment on column notification_channel.language is 'Of the messages that go there.';
comment on column notification_channel.settings is 'What is not secret, by kind.';
comment on column notification_channel.sealed_secrets is 'Passwords, keys and addresses that are keys, sealed together.';
create unique index notification_channel_name on notification_channel (lower(name));

create table notification_delivery (
    id            uuid primary key,
    channel_id    uuid not null,
    channel_name  text not null,
    channel_kind  text not null,
    rule_id       uuid,
    rule_name     text,
    message       jsonb not null,
    status        text not null check (status in ('PENDING', 'SENDING', 'SENT', 'GIVEN_UP')),
    attempts      integer not null default 0,
    most_attempts integer not null,
    next_try_at   timestamptz,
    lease_until   timestamptz,
    lease_holder  uuid,
    result        text,
    created_at    timestamptz not null,
    ended_at      timestamptz,
    constraint pending_has_a_time check ((status = 'PENDING') = (next_try_at is not null)),
    constraint sending_has_a_lease check ((status = 'SENDING') = (lease_until is not null) and (status = 'SENDING') = (lease_holder is not null)),
    constraint ended_has_a_time check ((status in ('SENT', 'GIVEN_UP')) = (ended_at is not null)),
    constraint ended_says_how check (ended_at is null or result is not null)
);
comment on table notification_delivery is 'The outbox and its history: one message to one channel. Outlives both channel and rule, whose names are kept as they were.';
comment on column notification_delivery.id is 'Goes with the message, so that its receiver can tell a repetition.';
comment on column notification_delivery.message is 'What is sent, in words and as data.';
comment on column notification_delivery.attempts is 'Begun so far: the fencing number of the one under way.';
comment on column notification_delivery.result is 'What the last attempt came to, in words.';
create index notification_delivery_due on notification_delivery (next_try_at) where status = 'PENDING';
create index notification_delivery_sending on notification_delivery (channel_id) where status = 'SENDING';
create index notification_delivery_channel on notification_delivery (channel_id, id);
create index notification_delivery_rule on notification_delivery (rule_id, id) where rule_id is not null;

create table notification_attempt (
    delivery_id uuid not null references notification_delivery (id) on delete cascade,
    number      integer not null,
    began_at    timestamptz not null,
    ended_at    timestamptz,
    result      text,
    primary key (delivery_id, number),
    check ((ended_at is null) = (result is null))
);
comment on table notification_attempt is 'One try to send a message. Written down before it begins.';

-- notification: what is watched, and what is so
create table notification_rule (
    id              uuid primary key,
    name            text not null,
    enabled         boolean not null,
    condition       jsonb not null,
    application_ids uuid[] not null,
    severity        text not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
    repeat_minutes  integer check (repeat_minutes between 5 and 43200),
    tell_when_over  boolean not null,
    with_names      boolean not null,
    quiet           jsonb,
    muted_until     timestamptz,
    muted_by        text,
    muted_because   text,
    next_look_at    timestamptz,
    looked_at       timestamptz,
    problem         text,
    version         integer not null default 1,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    constraint enabled_is_looked_at check (enabled = (next_look_at is not null)),
    constraint muted_by_someone check ((muted_until is null) = (muted_by is null))
);
comment on table notification_rule is 'What somebody wants to be told of: a condition, where, how urgent, how often.';
comment on column notification_rule.condition is 'By kind; see Condition.';
comment on column notification_rule.application_ids is 'Where; empty for every application.';
comment on column notification_rule.repeat_minutes is 'What stays so is told again after this time; null: told once.';
comment on column notification_rule.with_names is 'Whether messages may name accounts; otherwise they have numbers alone.';
comment on column notification_rule.quiet is 'Hours in which nothing is sent; what is still so afterwards is told then.';
comment on column notification_rule.next_look_at is 'Whichever server comes first looks, and moves this on.';
comment on column notification_rule.problem is 'Why the last look failed; null when it did not.';
create unique index notification_rule_name on notification_rule (lower(name));
create index notification_rule_due on notification_rule (next_look_at) where next_look_at is not null;

create table notification_rule_channel (
    rule_id    uuid not null references notification_rule (id) on delete cascade,
    channel_id uuid not null references notification_channel (id),
    primary key (rule_id, channel_id)
);
comment on table notification_rule_channel is 'Whom a rule tells.';
create index on notification_rule_channel (channel_id);

create table notification_alert (
    id               uuid primary key,
    rule_id          uuid not null references notification_rule (id) on delete cascade,
    application_id   uuid,
    application_name text,
    cause            text not null,
    facts            jsonb not null,
    opened_at        timestamptz not null,
    true_at          timestamptz not null,
    ended_at         timestamptz,
    told             integer not null default 0,
    told_at          timestamptz,
    over_told        boolean not null default false,
    acknowledged_by  text,
    acknowledged_at  timestamptz,
    constraint told_has_a_time check ((told > 0) = (told_at is not null)),
    constraint acknowledged_by_someone check ((acknowledged_at is null) = (acknowledged_by is null))
);
comment on table notification_alert is 'A rule is true for an application and a cause: from opened_at until ended_at.';
comment on column notification_alert.cause is 'What groups tasks to one alert: the kind of failure and its message; empty where a rule knows one alert for each application.';
comment on column notification_alert.facts is 'Numbers, times and the cause in words, as of true_at.';
comment on column notification_alert.true_at is 'When it was last found to be so.';
comment on column notification_alert.over_told is 'Whether nothing more is to be told of it.';
create unique index notification_alert_open on notification_alert (rule_id, application_id, cause) nulls not distinct where ended_at is null;
create index notification_alert_rule on notification_alert (rule_id, id);
create index notification_alert_untold on notification_alert (rule_id) where ended_at is null or not over_told;
