package dev.syncline.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The outbox as it is read and written by people; its work is in {@link OutboxRepository}. */
@Repository
class DeliveryRepository {

    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DeliveryRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Newest first, those before the given one (null for the first). */
    List<Delivery> page(UUID channelId, UUID ruleId, Delivery.Status status, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                select * from notification_delivery
                where (:anyChannel or channel_id = :channel) and (:anyRule or rule_id = :rule) and (:status = '' or status = :status) and id < :before
                order by id desc
                limit :limit""")
                .param("anyChannel", channelId == null)
                .param("channel", channelId == null ? LOWEST : channelId)
                .param("anyRule", ruleId == null)
                .param("rule", ruleId == null ? LOWEST : ruleId)
                .param("status", status == null ? "" : status.name())
                .param("before", before == null ? HIGHEST : before)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    Optional<Delivery> find(UUID id) {
        return jdbc.sql("select * from notification_delivery where id = :id").param("id", id).query(this::read).optional();
    }

    List<Attempt> attempts(UUID deliveryId) {
        return jdbc.sql("select number, began_at, ended_at, result from notification_attempt where delivery_id = :id order by number")
                .param("id", deliveryId)
                .query(Attempt.class)
                .list();
    }

    /** The newest one of each channel. */
    Map<UUID, Delivery> latest(Collection<UUID> channelIds) {
        return channelIds.isEmpty() ? Map.of() : jdbc.sql("""
                select last.*
                from notification_channel c
                cross join lateral (select * from notification_delivery d where d.channel_id = c.id order by d.id desc limit 1) last
                where c.id in (:ids)""")
                .param("ids", channelIds)
                .query(this::read)
                .list().stream().collect(Collectors.toMap(Delivery::channelId, Function.identity()));
    }

    /** Sends one again that was given up, as often as a new one. */
    boolean again(UUID id, Instant now) {
        return jdbc.sql("""
                update notification_delivery
                set status = 'PENDING', next_try_at = :now, ended_at = null, most_attempts = attempts + :most
                where id = :id and status = 'GIVEN_UP'""")
                .param("now", Timestamp.from(now))
                .param("most", Schedule.MOST_ATTEMPTS)
                .param("id", id)
                .update() == 1;
    }

    /** What waits for a channel will not be sent. */
    void giveUp(UUID channelId, String why, Instant now) {
        jdbc.sql("""
                update notification_delivery set status = 'GIVEN_UP', next_try_at = null, result = :why, ended_at = :now
                where channel_id = :channel and status = 'PENDING'""")
                .param("why", why)
                .param("now", Timestamp.from(now))
                .param("channel", channelId)
                .update();
    }

    int forget(Instant endedBefore) {
        return jdbc.sql("delete from notification_delivery where ended_at < :before").param("before", Timestamp.from(endedBefore)).update();
    }

    Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("channel_id", UUID.class),
                row.getString("channel_name"),
                Channel.Kind.valueOf(row.getString("channel_kind")),
                row.getObject("rule_id", UUID.class),
                row.getString("rule_name"),
                json.readValue(row.getString("message"), Message.class),
                Delivery.Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getInt("most_attempts"),
                instant(row.getTimestamp("next_try_at")),
                row.getString("result"),
                instant(row.getTimestamp("created_at")),
                instant(row.getTimestamp("ended_at")));
    }

    private static @Nullable Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
