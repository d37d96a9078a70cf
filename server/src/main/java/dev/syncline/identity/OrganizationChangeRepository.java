package dev.syncline.identity;

import dev.syncline.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was changed about organizations, kept for good. */
@Repository
class OrganizationChangeRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OrganizationChangeRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(UUID id, OrganizationChange change, Actor actor, Instant now) {
        jdbc.sql("""
                insert into organization_change (id, organization_id, before, after, actor_kind, actor_id, actor_name, changed_at)
                values (:id, :organization, cast(:before as jsonb), cast(:after as jsonb), :actorKind, :actorId, :actorName, :now)""")
                .param("id", id)
                .param("organization", change.now().id())
                .param("before", text(change.before()))
                .param("after", text(change.after()))
                .param("actorKind", actor.kind().name())
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Newest first, those before the given one (null for the newest). */
    List<KeptOrganizationChange> of(UUID organizationId, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                select * from organization_change
                where organization_id = :organization and (:newest or id < :before)
                order by id desc
                limit :limit""")
                .param("organization", organizationId)
                .param("newest", before == null)
                .param("before", before == null ? organizationId : before)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    private KeptOrganizationChange read(ResultSet row, int number) throws SQLException {
        Actor actor = new Actor(
                Actor.Kind.valueOf(row.getString("actor_kind")), row.getObject("actor_id", UUID.class), row.getString("actor_name"));
        return new KeptOrganizationChange(row.getObject("id", UUID.class),
                new OrganizationChange(organization(row.getString("before")), organization(row.getString("after"))),
                actor, row.getTimestamp("changed_at").toInstant());
    }

    private @Nullable String text(@Nullable Organization organization) {
        return organization == null ? null : json.writeValueAsString(organization);
    }

    private @Nullable Organization organization(String text) {
        return text == null ? null : json.readValue(text, Organization.class);
    }
}
