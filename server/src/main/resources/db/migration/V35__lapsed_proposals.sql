-- foureyes: who proposed something may have lost the right to do it before somebody approves
alter table proposal drop constraint proposal_status_check;
alter table proposal add constraint proposal_status_check
    check (status in ('OPEN', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'LAPSED'));
comment on column proposal.decision is 'What the second person said; of a lapsed one, why it was not carried out.';
