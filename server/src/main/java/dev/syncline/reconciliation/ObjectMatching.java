package dev.syncline.reconciliation;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Says of every organization and group that was read which one here it is: by the id that is known, by the code here that is the id there,
 * by the path of names, and by the name where only one has it.
 */
@Repository
class ObjectMatching {

    private static final String BEGIN = """
            update reconciliation_finding
            set kind = null, object_id = null, subject_id = null, candidates = '[]', ambiguity = null, matched_by = null, differences = '[]'
            where run_id = :run and object_type <> 'ACCOUNT'""";

    private static final String BY_ID = """
            update reconciliation_finding f
            set object_id = p.id, subject_id = p.object_id
            from presence p
            where f.run_id = :run and p.application_id = :application and p.object_type = f.object_type and p.remote_id = f.remote_id""";

    private static final String BY_CODE = """
            update reconciliation_finding f
            set subject_id = o.id, matched_by = '@id = code'
            from organization o
            where f.run_id = :run and f.object_type = 'ORGANIZATION' and f.subject_id is null and o.code = f.remote_id
              and not exists (select 1 from reconciliation_finding g where g.run_id = :run and g.subject_id = o.id)""";

    /** What a circle there holds has no path, and is left to the name. */
    private static final String BY_PATH = """
            with recursive there (id, remote_id, path, depth) as (
                select f.id, f.remote_id, lower(f.name), 1
                from reconciliation_finding f
                where f.run_id = :run and f.object_type = 'ORGANIZATION'
                  and not exists (select 1 from reconciliation_finding up
                                  where up.run_id = :run and up.object_type = 'ORGANIZATION' and up.remote_id = f.parent)
                union all
                select f.id, f.remote_id, there.path || chr(31) || lower(f.name), there.depth + 1
                from reconciliation_finding f join there on f.parent = there.remote_id
                where f.run_id = :run and f.object_type = 'ORGANIZATION' and there.depth < 100),
            here (id, path, depth) as (
                select o.id, lower(o.name), 1 from organization o where o.parent_id is null
                union all
                select o.id, here.path || chr(31) || lower(o.name), here.depth + 1
                from organization o join here on o.parent_id = here.id
                where here.depth < 100),
            matched as (
                select f.id, array_agg(here.id order by here.id) as organizations
                from there
                join reconciliation_finding f on f.id = there.id and f.subject_id is null
                join here on here.path = there.path
                where not exists (select 1 from reconciliation_finding g where g.run_id = :run and g.subject_id = here.id)
                group by f.id)
            update reconciliation_finding f
            set subject_id = case when cardinality(organizations) = 1 then organizations[1] end,
                candidates = case when cardinality(organizations) = 1 then '[]' else to_jsonb(organizations) end,
                matched_by = 'path'
            from matched where f.id = matched.id""";

    private static final String BY_NAME = """
            with here as (
                select o.id, 'ORGANIZATION' as object_type, lower(o.name) as name from organization o
                union all
                select g.id, 'GROUP', lower(g.name) from user_group g),
            matched as (
                select f.id, array_agg(here.id order by here.id) as subjects
                from reconciliation_finding f
                join here on here.object_type = f.object_type and here.name = lower(f.name)
                where f.run_id = :run and f.object_type <> 'ACCOUNT' and f.subject_id is null and f.candidates = '[]'
                  and not exists (select 1 from reconciliation_finding g where g.run_id = :run and g.subject_id = here.id)
                group by f.id)
            update reconciliation_finding f
            set subject_id = case when cardinality(subjects) = 1 then subjects[1] end,
                candidates = case when cardinality(subjects) = 1 then '[]' else to_jsonb(subjects) end,
                matched_by = 'name'
            from matched where f.id = matched.id""";

    private static final String DIFFERENCES = """
            with beside as (
                select f.id,
                       case when o.name = f.name then '[]'
                            else jsonb_build_array(jsonb_build_object('attribute', '@name', 'expected', o.name, 'found', f.name,
                                                                      'masked', false)) end as name,
                       case when up.subject_id is not distinct from o.parent_id then '[]'
                            else jsonb_build_array(jsonb_build_object('attribute', '@parent', 'expected', above.name,
                                                                      'found', coalesce(up.name, f.parent), 'masked', false)) end as parent
                from reconciliation_finding f
                join organization o on o.id = f.subject_id
                left join organization above on above.id = o.parent_id
                left join reconciliation_finding up on up.run_id = :run and up.object_type = 'ORGANIZATION' and up.remote_id = f.parent
                where f.run_id = :run and f.object_type = 'ORGANIZATION'
                union all
                select f.id,
                       case when g.name = f.name then '[]'
                            else jsonb_build_array(jsonb_build_object('attribute', '@name', 'expected', g.name, 'found', f.name,
                                                                      'masked', false)) end,
                       '[]'
                from reconciliation_finding f
                join user_group g on g.id = f.subject_id
                where f.run_id = :run and f.object_type = 'GROUP')
            update reconciliation_finding f set differences = beside.name || beside.parent
            from beside where f.id = beside.id""";

    private static final String KINDS = """
            with said as (
                select f.id, p.status,
                       case when f.candidates <> '[]' then 'SEVERAL_SUBJECTS'
                            when f.subject_id is null or f.object_id is not null then null
                            when exists (select 1 from presence other where other.application_id = :application and other.remote_id is not null
                                           and other.object_type = f.object_type and other.object_id = f.subject_id) then 'SUBJECT_HAS_ONE'
                            when count(*) over (partition by f.subject_id) > 1 then 'SEVERAL_OBJECTS' end as ambiguity
                from reconciliation_finding f
                left join presence p on p.id = f.object_id
                where f.run_id = :run and f.object_type <> 'ACCOUNT')
            update reconciliation_finding f
            set ambiguity = said.ambiguity,
                kind = case when said.ambiguity is not null then 'AMBIGUOUS'
                            when said.status <> 'ACTIVE' then 'UNDER_WAY'
                            when f.object_id is not null and f.differences = '[]' then 'LINKED'
                            when f.object_id is not null then 'DIFFERENT'
                            when f.subject_id is null then 'UNKNOWN'
                            else 'MATCHED' end,
                candidates = case when said.ambiguity is not null and f.subject_id is not null then jsonb_build_array(f.subject_id)
                                  else f.candidates end,
                subject_id = case when said.ambiguity is null then f.subject_id end
            from said where f.id = said.id""";

    private static final String MISSING = """
            insert into reconciliation_finding (run_id, object_type, kind, name, object_id, subject_id)
            select :run, p.object_type, 'MISSING', p.name, p.id, p.object_id
            from presence p
            where p.application_id = :application and p.object_type = any (:types) and p.status = 'ACTIVE' and p.updated_at < :began
              and not exists (select 1 from reconciliation_finding f where f.run_id = :run and f.object_id = p.id)""";

    private final JdbcClient jdbc;

    ObjectMatching(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** After the accounts, whose missing ones are begun anew there with those of all types. */
    void match(Run run) {
        if (run.objects().isEmpty()) {
            return;
        }
        jdbc.sql(BEGIN).param("run", run.id()).update();
        of(run, BY_ID).update();
        jdbc.sql(BY_CODE).param("run", run.id()).update();
        jdbc.sql(BY_PATH).param("run", run.id()).update();
        jdbc.sql(BY_NAME).param("run", run.id()).update();
        jdbc.sql(DIFFERENCES).param("run", run.id()).update();
        of(run, KINDS).update();
        of(run, MISSING)
                .param("types", run.objects().stream().map(Enum::name).toArray(String[]::new))
                .param("began", Timestamp.from(run.createdAt()))
                .update();
    }

    private JdbcClient.StatementSpec of(Run run, String statement) {
        return jdbc.sql(statement).param("run", run.id()).param("application", run.applicationId());
    }
}
