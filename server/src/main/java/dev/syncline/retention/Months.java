package dev.syncline.retention;

import dev.syncline.id.Ids;
import dev.syncline.integrity.Expiring;
import dev.syncline.integrity.Expiring.What;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The partitions of whole months: one is dropped when nothing in it has to stay. */
@Component
class Months {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMM");

    private static final String THERE = """
            select right(c.relname, 6)
            from pg_inherits i
            join pg_class c on c.oid = i.inhrelid
            where i.inhparent = ?::regclass and c.relname ~ '_[0-9]{6}$'
            order by 1
            """;

    private static final String TASKS_STAY = """
            select exists (
                select from task t
                where t.id >= ? and t.id < ? and (t.settled_at is null or exists (
                    select from legal_hold h
                    where h.lifted_at is null and (h.subject_type = 'TASK' and h.subject_id = t.id or h.subject_type = 'USER' and h.subject_id = t.user_id
                        or h.subject_type = 'APPLICATION' and h.subject_id = t.application_id))))
            """;

    private static final String ENTRIES_STAY = """
            select exists (
                select from audit_entry e
                where e.id >= ? and e.id < ? and (e.ended_at is null or exists (
                    select from legal_hold h
                    where h.lifted_at is null and (h.subject_id::text = e.object_id or h.subject_id = e.actor_id or h.subject_id = e.application_id))))
            """;

    private final JdbcTemplate jdbc;
    private final Expiring expiring;

    Months(JdbcTemplate jdbc, Expiring expiring) {
        this.jdbc = jdbc;
        this.expiring = expiring;
    }

    /** Those that are there and end at the given month's end or before. */
    List<YearMonth> upTo(What what, YearMonth last) {
        return jdbc.queryForList(THERE, String.class, tables(what).getFirst()).stream()
                .map(name -> YearMonth.parse(name, NAME)).filter(month -> !month.isAfter(last)).toList();
    }

    /**
     * Drops a month, unless something in it has to stay.
     *
     * @return whether it was dropped
     */
    @Transactional
    public boolean drop(What what, YearMonth month) {
        UUID from = Ids.lowest(start(month));
        UUID to = Ids.lowest(start(month.plusMonths(1)));
        // Whoever writes is not kept waiting: what cannot be had at once is tried again an hour later.
        jdbc.execute("set local lock_timeout = '3s'");
        if (Boolean.TRUE.equals(jdbc.queryForObject(what == What.AUDIT ? ENTRIES_STAY : TASKS_STAY, Boolean.class, from, to))) {
            return false;
        }
        expiring.range(what, null, from, to);
        tables(what).forEach(table -> jdbc.execute("drop table if exists " + table + "_" + NAME.format(month)));
        return true;
    }

    static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static List<String> tables(What what) {
        return switch (what) {
            case PAYLOADS -> List.of("wire_message");
            case TASKS -> List.of("task", "entry", "attempt", "wire_message");
            case AUDIT -> List.of("audit_entry");
        };
    }
}
