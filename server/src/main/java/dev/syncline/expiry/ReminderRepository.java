package dev.syncline.expiry;

import dev.syncline.rights.Scope;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReminderRepository {

    private static final UUID LOWEST = new UUID(0, 0);

    private final JdbcClient jdbc;

    ReminderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param daysBefore longest first */
    record Rule(List<Integer> daysBefore, int version) {}

    Rule rule() {
        return jdbc.sql("select array(select d from unnest(days_before) as d order by d desc) as days, version from reminder_rule")
                .query((row, n) -> new Rule(Stream.of((Integer[]) row.getArray("days").getArray()).toList(), row.getInt("version")))
                .single();
    }

    boolean save(List<Integer> daysBefore, int version, Instant now) {
        return jdbc.sql("""
                update reminder_rule set days_before = :days, version = version + 1, updated_at = :now
                where version = :version""")
                .param("days", daysBefore.toArray(Integer[]::new))
                .param("version", version)
                .param("now", Timestamp.from(now))
                .update() == 1;
    }

    /**
     * Reminds of everything that ends within the longest of these times and was not reminded of yet: once for each time, and after a
     * stop only for the shortest that has begun.
     */
    int remind(List<Integer> daysBefore, Instant now) {
        return jdbc.sql("""
                with ending as (
                    select b.account_id, b.permission_id, a.user_id, b.ends_at
                    from binding b join account a on a.id = b.account_id
                    where b.ends_at > :now and b.ends_at <= :latest and b.status <> 'RELEASING' and a.status <> 'DELETING'
                      and a.user_id is not null
                    union all
                    select id, null, user_id, ends_at from account
                    where ends_at > :now and ends_at <= :latest and status <> 'DELETING' and user_id is not null),
                reminding as (
                    select ending.*, (select min(d) from unnest(:days) as d where ending.ends_at <= cast(:now as timestamptz) + make_interval(days => d)) as days_before
                    from ending)
                insert into reminder (account_id, permission_id, user_id, ends_at, days_before, reminded_at)
                select account_id, permission_id, user_id, ends_at, days_before, :now
                from reminding n
                where not exists (
                    select from reminder r
                    where r.account_id = n.account_id and r.permission_id is not distinct from n.permission_id
                      and r.ends_at = n.ends_at and r.days_before <= n.days_before)
                on conflict do nothing""")
                .param("now", Timestamp.from(now))
                .param("latest", Timestamp.from(now.plus(Duration.ofDays(daysBefore.getFirst()))))
                .param("days", daysBefore.toArray(Integer[]::new))
                .update();
    }

    /** Where a page ended. */
    record Place(Instant endsAt, UUID account, UUID key) {
        static final Place START = new Place(Instant.EPOCH, LOWEST, LOWEST);
    }

    /** Of one user, or with null of all: what ends soon and was reminded of, soonest first. A reminder of an end that was moved is passed over. */
    List<Reminder> page(@Nullable UUID user, Scope visible, Instant now, Place after, int limit) {
        return jdbc.sql("""
                select *
                from (select r.account_id, a.name as account_name, a.application_id, app.name as application_name, u.id as user_id,
                             u.display_name as user_name, r.permission_id, p.name as permission_name, r.ends_at,
                             max(r.reminded_at) as reminded_at, coalesce(r.permission_id, :lowest) as key
                      from reminder r
                      join account a on a.id = r.account_id and a.status <> 'DELETING'
                      join application app on app.id = a.application_id
                      join users u on u.id = r.user_id
                      left join permission p on p.id = r.permission_id
                      left join binding b on b.account_id = r.account_id and b.permission_id = r.permission_id and b.status <> 'RELEASING'
                      where r.ends_at > :now and (:anybody or r.user_id = :user) and (:seesAll or a.application_id = any (:visible))
                        and r.ends_at = case when r.permission_id is null then a.ends_at else b.ends_at end
                      group by r.account_id, a.name, a.application_id, app.name, u.id, u.display_name, r.permission_id, p.name, r.ends_at) soon
                where (ends_at, account_id, key) > (:afterEnd, :afterAccount, :afterKey)
                order by ends_at, account_id, key
                limit :limit""")
                .param("lowest", LOWEST)
                .param("now", Timestamp.from(now))
                .param("seesAll", visible.isAll())
                .param("visible", visible.ids())
                .param("anybody", user == null)
                .param("user", user == null ? LOWEST : user)
                .param("afterEnd", Timestamp.from(after.endsAt()))
                .param("afterAccount", after.account())
                .param("afterKey", after.key())
                .param("limit", limit)
                .query((row, n) -> new Reminder(row.getObject("account_id", UUID.class), row.getString("account_name"),
                        row.getObject("application_id", UUID.class), row.getString("application_name"),
                        row.getObject("user_id", UUID.class), row.getString("user_name"),
                        row.getObject("permission_id", UUID.class), row.getString("permission_name"),
                        row.getTimestamp("ends_at").toInstant(), row.getTimestamp("reminded_at").toInstant()))
                .list();
    }
}
