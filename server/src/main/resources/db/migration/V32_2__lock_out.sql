-- access: failures are counted in sign_in_failure, also for names nobody has
alter table administrator drop column failed_attempts, drop column locked_until;
alter table portal_sign_in drop column failed_attempts, drop column locked_until;
