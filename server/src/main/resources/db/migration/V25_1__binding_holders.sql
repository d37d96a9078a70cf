-- binding: who holds a permission, looked through in the order of accounts
create index binding_holders on binding (permission_id, account_id);
drop index binding_permission_id_idx;
