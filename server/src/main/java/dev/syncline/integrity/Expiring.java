package dev.syncline.integrity;

import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts on record that something is given up because its period is over, so that the chain knows why it is no longer there. */
@Component
public class Expiring {

    private static final String REASON = "Its period of retention was over";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Expiring(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is given up. Payloads go with their task at the latest. */
    public enum What {
        PAYLOADS,
        TASKS,
        AUDIT
    }

    /** All of it whose ids lie in a range, of one application or (null) of all. Said once, however often it is told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void range(What what, @Nullable UUID application, UUID from, UUID to) {
        boolean known = jdbc.sql("""
                select exists (
                    select from sealed_notice
                    where kind = 'EXPIRED' and what = :what and application_id is not distinct from :application::uuid and from_id = :from and to_id = :to)
                """)
                .param("what", what.name()).param("application", application, Types.OTHER).param("from", from).param("to", to)
                .query(Boolean.class).single();
        if (!known) {
            notice(ids.next(), what, application, from, to, 0, null);
        }
    }

    /** These tasks or entries, before they are deleted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void records(What what, List<UUID> records) {
        jdbc.sql("select 1 from seal_state for update").query(Integer.class).list();
        List<UUID> sealed = jdbc.sql("select distinct id from sealed_record where id = any (:ids)")
                .param("ids", records.toArray(UUID[]::new)).query(UUID.class).list();
        if (sealed.isEmpty()) {
            return;
        }
        byte[] sum = new byte[Hashes.LENGTH];
        for (UUID id : sealed) {
            sum = Hashes.plus(sum, id);
        }
        UUID notice = ids.next();
        notice(notice, what, null, null, null, sealed.size(), sum);
        jdbc.sql("update sealed_record set gone_by = :notice where id = any (:ids)")
                .param("notice", notice).param("ids", sealed.toArray(UUID[]::new)).update();
    }

    private void notice(UUID id, What what, @Nullable UUID application, @Nullable UUID from, @Nullable UUID to, int records, byte @Nullable [] sum) {
        jdbc.sql("""
                insert into sealed_notice (id, at, kind, what, application_id, from_id, to_id, records, digest, actor_kind, actor_name, reason)
                values (:id, :at, 'EXPIRED', :what, :application, :from, :to, :records, :digest, :kind, :name, :reason)
                """)
                .param("id", id).param("at", Timestamp.from(clock.instant())).param("what", what.name())
                .param("application", application, Types.OTHER).param("from", from, Types.OTHER).param("to", to, Types.OTHER)
                .param("records", records).param("digest", sum, Types.BINARY)
                .param("kind", Actor.SYSTEM.kind().name()).param("name", Actor.SYSTEM.name()).param("reason", REASON).update();
    }
}
