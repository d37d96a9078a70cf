package dev.syncline.reconciliation;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says of every account that was read whose it is: by what is known here already, then by the rules. Set by set, whatever their number. */
@Repository
class AccountMatching {

    /** How many of those it may belong to are shown. */
    private static final int CANDIDATES = 10;

    private static final String BEGIN = """
            update reconciliation_finding
            set kind = null, object_id = null, object_version = null, subject_id = null, candidates = '[]', ambiguity = null,
                matched_by = null, differences = '[]'
            where run_id = :run and object_type = 'ACCOUNT'""";

    private static final String BY_ID = """
            update reconciliation_finding f
            set object_id = a.id, object_version = a.version, subject_id = a.user_id
            from account a
            where f.run_id = :run and f.object_type = 'ACCOUNT'
              and a.application_id = :application and a.remote_id = f.remote_id""";

    /** Those the target gave another id, or whose id was never known. */
    private static final String BY_NAME = """
            with same as (
                select distinct on (a.id) f.id as finding, a.id, a.version, a.user_id
                from reconciliation_finding f
                join account a on a.application_id = :application and lower(a.name) = lower(f.name)
                where f.run_id = :run and f.object_type = 'ACCOUNT' and f.object_id is null
                  and not exists (select 1 from reconciliation_finding g where g.run_id = :run and g.object_id = a.id)
                order by a.id, f.name = a.name desc, f.remote_id)
            update reconciliation_finding f
            set object_id = same.id, object_version = same.version, subject_id = same.user_id
            from same where f.id = same.finding""";

    /** The column of the user stands in the place of %s; an attribute of several values matches with any of them. */
    private static final String BY_RULE = """
            with there as (
                select f.id, case when :ignoreCase then lower(v.value #>> '{}') else v.value #>> '{}' end as value
                from reconciliation_finding f
                cross join lateral (select case :attribute when '@name' then to_jsonb(f.name) when '@id' then to_jsonb(f.remote_id)
                                           else f.attributes -> :attribute end) as held (value)
                cross join lateral jsonb_array_elements(
                    case jsonb_typeof(held.value) when 'array' then held.value else jsonb_build_array(held.value) end) as v (value)
                where f.run_id = :run and f.object_type = 'ACCOUNT' and f.object_id is null and f.subject_id is null
                  and f.candidates = '[]'),
            here as (
                select u.id, case when :ignoreCase then lower(%1$s) else %1$s end as value
                from users u
                where u.status <> 'DELETED' and %1$s <> ''),
            matched as (
                select there.id, array_agg(distinct here.id order by here.id) as users
                from there join here on here.value = there.value
                group by there.id)
            update reconciliation_finding f
            set subject_id = case when cardinality(matched.users) = 1 then matched.users[1] end,
                candidates = case when cardinality(matched.users) = 1 then '[]' else to_jsonb(matched.users[1 : :candidates]) end,
                matched_by = :words
            from matched where f.id = matched.id""";

    private static final String KINDS = """
            with strange as (
                select f.id, f.subject_id, count(*) over (partition by f.subject_id) as rivals,
                       exists (select 1 from account a where a.application_id = :application and a.user_id = f.subject_id) as has_one
                from reconciliation_finding f
                where f.run_id = :run and f.object_type = 'ACCOUNT' and f.object_id is null),
            said as (
                select s.id,
                       case when f.candidates <> '[]' then 'SEVERAL_SUBJECTS'
                            when s.subject_id is not null and s.has_one then 'SUBJECT_HAS_ONE'
                            when s.subject_id is not null and s.rivals > 1 then 'SEVERAL_OBJECTS' end as ambiguity
                from strange s join reconciliation_finding f on f.id = s.id)
            update reconciliation_finding f
            set ambiguity = said.ambiguity,
                kind = case when said.ambiguity is not null then 'AMBIGUOUS' when f.subject_id is null then 'UNKNOWN' else 'MATCHED' end,
                candidates = case when said.ambiguity is not null and f.subject_id is not null then jsonb_build_array(f.subject_id)
                                  else f.candidates end,
                subject_id = case when said.ambiguity is null then f.subject_id end
            from said where f.id = said.id""";

    /** Not one that was made or changed while the target was read: its page may have gone by before. */
    private static final String MISSING = """
            insert into reconciliation_finding (run_id, object_type, kind, name, active, object_id, object_version, subject_id)
            select :run, 'ACCOUNT', 'MISSING', a.name, a.status = 'ACTIVE', a.id, a.version, a.user_id
            from account a
            where a.application_id = :application and a.status in ('ACTIVE', 'DISABLED') and a.updated_at < :began
              and not exists (select 1 from reconciliation_finding f where f.run_id = :run and f.object_id = a.id)""";

    private final JdbcClient jdbc;

    AccountMatching(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void match(Run run) {
        jdbc.sql("delete from reconciliation_finding where run_id = :run and kind = 'MISSING'").param("run", run.id()).update();
        jdbc.sql(BEGIN).param("run", run.id()).update();
        of(run, BY_ID).update();
        of(run, BY_NAME).update();
        run.rules().forEach(rule -> byRule(run, rule));
        of(run, KINDS).update();
        of(run, MISSING).param("began", Timestamp.from(run.createdAt())).update();
    }

    private void byRule(Run run, CorrelationRule rule) {
        var statement = jdbc.sql(BY_RULE.formatted(rule.column()))
                .param("run", run.id())
                .param("attribute", rule.attribute())
                .param("ignoreCase", rule.ignoreCase())
                .param("candidates", CANDIDATES)
                .param("words", rule.words());
        (rule.further().isEmpty() ? statement : statement.param("further", rule.further())).update();
    }

    private JdbcClient.StatementSpec of(Run run, String statement) {
        return jdbc.sql(statement).param("run", run.id()).param("application", run.applicationId());
    }
}
