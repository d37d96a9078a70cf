package dev.syncline.retention;

import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holds that stand, and those that were lifted: none is ever forgotten. */
@Component
class LegalHolds {

    private static final String COLUMNS = """
            select id, subject_type, subject_id, reason, placed_at, placed_by, lifted_at, lifted_by, lift_reason,
                case subject_type
                    when 'USER' then coalesce((select u.display_name from users u where u.id = subject_id),
                        (select t.user_name from task t where t.user_id = subject_id order by t.id desc limit 1))
                    when 'APPLICATION' then (select a.name from application a where a.id = subject_id)
                    else (select t.action || ' ' || t.object_name || ', ' || t.application_name from task t where t.id = subject_id)
                end as subject_name
            from legal_hold
            """;

    /** A person may be known to the audit alone, and an application that was removed to its tasks. */
    private static final String KNOWN = """
            select case :type
                when 'USER' then exists (select from users where id = :subject) or exists (select from task where user_id = :subject)
                    or exists (select from audit_entry where object_id = :subject::text or actor_id = :subject)
                when 'APPLICATION' then exists (select from application where id = :subject)
                    or exists (select from task where application_id = :subject)
                else exists (select from task where id = :subject)
            end
            """;

    private static final String TOUCHING = COLUMNS + """
            where lifted_at is null and (
                subject_type = 'USER' and subject_id = :user
                or subject_type = 'APPLICATION' and exists (select from task t where t.user_id = :user and t.application_id = subject_id)
                or subject_type = 'TASK' and exists (select from task t where t.id = subject_id and t.user_id = :user))
            order by id
            """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    LegalHolds(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws ProblemException ALREADY_EXISTS, or NOT_FOUND when nothing of what it names is there */
    @Transactional
    public LegalHold place(LegalHold.SubjectType type, UUID subject, String reason, Actor by) {
        if (!jdbc.sql(KNOWN).param("type", type.name()).param("subject", subject).query(Boolean.class).single()) {
            throw ProblemException.notFound(type.name().toLowerCase(Locale.ROOT), subject);
        }
        UUID id = ids.next();
        try {
            jdbc.sql("""
                    insert into legal_hold (id, subject_type, subject_id, reason, placed_at, placed_by)
                    values (:id, :type, :subject, :reason, :now, :by)
                    """)
                    .param("id", id).param("type", type.name()).param("subject", subject).param("reason", reason).param("now", now())
                    .param("by", by.name()).update();
        } catch (DuplicateKeyException e) {
            throw new ProblemException(ErrorCode.ALREADY_EXISTS, "There is a legal hold on this " + type.name().toLowerCase(Locale.ROOT)
                    + " already (" + subject + "). It holds until it is lifted.");
        }
        return get(id);
    }

    /** @throws ProblemException NOT_FOUND, or NOT_ALLOWED_IN_STATE when it was lifted before */
    @Transactional
    public LegalHold lift(UUID id, String reason, Actor by) {
        get(id);
        int lifted = jdbc.sql("""
                update legal_hold set lifted_at = :now, lifted_by = :by, lift_reason = :reason where id = :id and lifted_at is null
                """).param("id", id).param("now", now()).param("by", by.name()).param("reason", reason).update();
        if (lifted == 0) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED_IN_STATE, "The legal hold was lifted before.");
        }
        return get(id);
    }

    LegalHold get(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query((row, n) -> hold(row)).optional()
                .orElseThrow(() -> ProblemException.notFound("legal hold", id));
    }

    /** Newest first. */
    List<LegalHold> page(@Nullable UUID after, int limit) {
        return jdbc.sql(COLUMNS + "where :after::uuid is null or id < :after::uuid order by id desc limit :limit")
                .param("after", after, Types.OTHER).param("limit", limit).query((row, n) -> hold(row)).list();
    }

    /** Those that keep something of a person. */
    List<LegalHold> touching(UUID user) {
        return jdbc.sql(TOUCHING).param("user", user).query((row, n) -> hold(row)).list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static LegalHold hold(ResultSet row) throws SQLException {
        return new LegalHold(row.getObject("id", UUID.class), LegalHold.SubjectType.valueOf(row.getString("subject_type")),
                row.getObject("subject_id", UUID.class), row.getString("subject_name"), row.getString("reason"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(), row.getString("placed_by"), instant(row, "lifted_at"), row.getString("lifted_by"), row.getString("lift_reason"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
