package dev.syncline.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The outbox at work: every statement guards by status, and results by the number of the attempt. */
@Repository
class OutboxRepository {

    private final JdbcClient jdbc;
    private final DeliveryRepository deliveries;
    private final JsonMapper json;

    OutboxRepository(JdbcClient jdbc, DeliveryRepository deliveries, JsonMapper json) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.json = json;
    }

    void insert(UUID id, NewDelivery made, int mostAttempts, Instant now) {
        jdbc.sql("""
                insert into notification_delivery (id, channel_id, channel_name, channel_kind, rule_id, rule_name, message, status,
                    most_attempts, next_try_at, created_at)
                values (:id, :channel, :channelName, :kind, :rule, :ruleName, cast(:message as jsonb), 'PENDING', :most, :now, :now)""")
                .param("id", id)
                .param("channel", made.channel().id())
                .param("channelName", made.channel().name())
                .param("kind", made.channel().kind().name())
                .param("rule", made.ruleId())
                .param("ruleName", made.ruleName())
                .param("message", json.writeValueAsString(made.message()))
                .param("most", mostAttempts)
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Takes what is due, of each channel the oldest one alone, so that a channel's messages come in order and one that hangs holds up
     * nobody else's. The attempt is on record with it.
     */
    List<Delivery> claim(UUID holder, Instant now, Instant until) {
        return claim("", holder, now, until, new UUID(0, 0));
    }

    /** Takes this one, if nobody has it. */
    List<Delivery> claim(UUID id, UUID holder, Instant now, Instant until) {
        return claim("and p.id = :only", holder, now, until, id);
    }

    private List<Delivery> claim(String only, UUID holder, Instant now, Instant until, UUID id) {
        return jdbc.sql("""
                with due as (
                    select distinct on (p.channel_id) p.id
                    from notification_delivery p
                    where p.status = 'PENDING' and p.next_try_at <= :now %s
                      and not exists (select from notification_delivery s where s.channel_id = p.channel_id and s.status = 'SENDING')
                    order by p.channel_id, p.id),
                claimed as (
                    update notification_delivery d
                    set status = 'SENDING', attempts = attempts + 1, next_try_at = null, lease_holder = :holder, lease_until = :until
                    from due
                    where d.id = due.id and d.status = 'PENDING'
                    returning d.*),
                begun as (
                    insert into notification_attempt (delivery_id, number, began_at) select id, attempts, :now from claimed)
                select * from claimed""".formatted(only))
                .param("now", Timestamp.from(now))
                .param("holder", holder)
                .param("until", Timestamp.from(until))
                .param("only", id)
                .query(deliveries::read)
                .list();
    }

    /** False when the lease was lost meanwhile: another server has it then, and this result no longer counts. */
    boolean ended(Delivery delivery, UUID holder, Delivery.Status status, @Nullable Instant nextTryAt, @Nullable String result, Instant now) {
        return jdbc.sql("""
                with counted as (
                    update notification_delivery
                    set status = :status, next_try_at = :next, result = :result, lease_until = null, lease_holder = null,
                        ended_at = case when cast(:next as timestamptz) is null then cast(:now as timestamptz) end
                    where id = :id and status = 'SENDING' and attempts = :number and lease_holder = :holder
                    returning id)
                update notification_attempt set ended_at = :now, result = :result
                where delivery_id in (select id from counted) and number = :number""")
                .param("status", status.name())
                .param("next", nextTryAt == null ? null : Timestamp.from(nextTryAt))
                .param("result", result)
                .param("now", Timestamp.from(now))
                .param("id", delivery.id())
                .param("number", delivery.attempts())
                .param("holder", holder)
                .update() == 1;
    }

    /** Their server stopped in the middle: they are sent again, though they may have arrived. */
    int takeBack(Instant now, String result) {
        return jdbc.sql("""
                with lost as (
                    update notification_delivery
                    set status = case when attempts < most_attempts then 'PENDING' else 'GIVEN_UP' end,
                        next_try_at = case when attempts < most_attempts then cast(:now as timestamptz) end,
                        ended_at = case when attempts < most_attempts then null else cast(:now as timestamptz) end,
                        result = :result, lease_until = null, lease_holder = null
                    where status = 'SENDING' and lease_until < :now
                    returning id, attempts)
                update notification_attempt a set ended_at = :now, result = :result
                from lost
                where a.delivery_id = lost.id and a.number = lost.attempts""")
                .param("now", Timestamp.from(now))
                .param("result", result)
                .update();
    }

    /** The server stops: its leases end now. */
    void giveBack(UUID holder, Instant now) {
        jdbc.sql("update notification_delivery set lease_until = :now where status = 'SENDING' and lease_holder = :holder")
                .param("now", Timestamp.from(now))
                .param("holder", holder)
                .update();
    }
}
