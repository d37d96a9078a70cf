-- account: found by the target's id, when a target's list is compared with what is here
create index account_remote on account (application_id, remote_id) where remote_id is not null;
