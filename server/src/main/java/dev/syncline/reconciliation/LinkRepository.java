package dev.syncline.reconciliation;

import dev.syncline.connector.ObjectType;
import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LinkRepository {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    LinkRepository(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    private record Done(Finding finding, ReconciliationFindingRepository.Became became) {}

    /** Keeps what was done about findings that became something. */
    void keep(Run run, Collection<Finding> findings, Collection<ReconciliationFindingRepository.Became> became, Order order) {
        Map<UUID, Finding> named = findings.stream().collect(Collectors.toMap(Finding::id, Function.identity()));
        List<Done> done = became.stream().filter(one -> one.outcome() != null && one.objectId() != null)
                .flatMap(one -> Stream.ofNullable(named.get(one.id())).map(finding -> new Done(finding, one)))
                .toList();
        jdbc.sql("""
                insert into reconciliation_link (id, run_id, application_id, object_type, object_id, name, remote_id, subject_id, act,
                    actor_kind, actor_id, actor_name, linked_at)
                select id, :run, :application, object_type, object_id, name, remote_id, subject_id, :act, :actorKind, :actorId, :actorName, :now
                from unnest(:ids, :types, :objects, :names, :remoteIds, :subjects)
                    as l (id, object_type, object_id, name, remote_id, subject_id)""")
                .param("run", run.id())
                .param("application", run.applicationId())
                .param("act", order.act().name())
                .param("actorKind", order.actor().kind().name())
                .param("actorId", order.actor().id())
                .param("actorName", order.actor().name())
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", done.stream().map(_ -> ids.next()).toArray(UUID[]::new))
                .param("types", done.stream().map(one -> one.finding().objectType().name()).toArray(String[]::new))
                .param("objects", done.stream().map(one -> one.became().objectId()).toArray(UUID[]::new))
                .param("names", done.stream().map(one -> one.finding().name()).toArray(String[]::new))
                .param("remoteIds", done.stream().map(one -> one.finding().remoteId()).toArray(String[]::new))
                .param("subjects", done.stream().map(one -> one.became().subjectId()).toArray(UUID[]::new))
                .update();
    }

    /** Newest first. */
    List<Link> of(UUID objectId) {
        return jdbc.sql("select * from reconciliation_link where object_id = :object order by id desc limit :most")
                .param("object", objectId)
                .param("most", MOST)
                .query(LinkRepository::read)
                .list();
    }

    private static Link read(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getObject("id", UUID.class),
                row.getObject("run_id", UUID.class),
                row.getObject("application_id", UUID.class),
                ObjectType.valueOf(row.getString("object_type")),
                row.getObject("object_id", UUID.class),
                row.getString("name"),
                row.getString("remote_id"),
                row.getObject("subject_id", UUID.class),
                Order.Act.valueOf(row.getString("act")),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getObject("actor_id", UUID.class), row.getString("actor_name")),
                row.getTimestamp("linked_at").toInstant());
    }
}
