-- modules: what of the product is switched on
create table module_switches (
    only_row             boolean primary key default true check (only_row),
    lifecycle_management boolean not null default true,
    identity_governance  boolean not null default true,
    version              integer not null default 1
);
comment on table module_switches is 'One row: which modules are switched on.';
insert into module_switches default values;
