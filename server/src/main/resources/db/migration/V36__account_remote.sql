-- account: every creation learns the target's id; with that id in an index, each such change wrote all indexes of the account anew. Comparing a
-- target's list with what is here reads the whole application anyway.
drop index account_remote;
-- governance: which of the accounts that were listed are known here is found out once, for the whole list
alter table governance_listed add column known boolean not null default false;
comment on column governance_listed.known is 'Has an account here, by the target''s id or by name, as of the end of the reading.';
create index governance_listed_unknown on governance_listed (run_id, remote_id) where not known;
