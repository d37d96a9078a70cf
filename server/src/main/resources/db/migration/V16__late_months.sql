-- A server that was away for months, or whose clock was ahead for a while, finds rows of a month in the default partition. The month's
-- own partition cannot be made then; the default one goes on serving it, and the server starts.
create or replace function month_partitions(month timestamptz) returns void language plpgsql as $$
declare
    lower_bound timestamptz := date_trunc('month', month, 'UTC');
    upper_bound timestamptz := date_trunc('month', month, 'UTC') + interval '1 month';
    family text;
    name text;
begin
    -- One server at a time: the others find the partitions made.
    perform pg_advisory_xact_lock(hashtext('month_partitions'));
    begin
        perform task_partition(lower_bound, upper_bound);
    exception when check_violation then
        raise warning 'Tasks of % stay in the default partition, which has some of them already.', lower_bound;
    end;
    foreach family in array array['entry', 'attempt', 'wire_message'] loop
        name := family || '_' || to_char(lower_bound at time zone 'UTC', 'YYYYMM');
        if to_regclass(name) is null then
            begin
                execute format('create table %I partition of %I for values from (%L) to (%L)',
                    name, family, uuid_floor(lower_bound), uuid_floor(upper_bound));
            exception when check_violation then
                raise warning 'Rows of % of % stay in the default partition, which has some of them already.', family, lower_bound;
            end;
        end if;
    end loop;
end $$;
