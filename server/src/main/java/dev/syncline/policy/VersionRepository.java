package dev.syncline.policy;

import dev.syncline.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class VersionRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    VersionRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(PolicyVersion version) {
        jdbc.sql("""
                insert into policy_version (policy_id, number, content, made_by_kind, made_by_id, made_by_name, made_at)
                values (:policy, :number, cast(:content as jsonb), :kind, :actor, :name, :at)""")
                .param("policy", version.policyId())
                .param("number", version.number())
                .param("content", json.writeValueAsString(version.content()))
                .param("kind", version.madeBy().kind().name())
                .param("actor", version.madeBy().id())
                .param("name", version.madeBy().name())
                .param("at", Timestamp.from(version.madeAt()))
                .update();
    }

    /** Newest first, those before the given number. */
    List<PolicyVersion> page(UUID policyId, int before, int limit) {
        return jdbc.sql("""
                select * from policy_version where policy_id = :policy and number < :before
                order by number desc
                limit :limit""")
                .param("policy", policyId)
                .param("before", before)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    private PolicyVersion read(ResultSet row, int index) throws SQLException {
        return new PolicyVersion(
                row.getObject("policy_id", UUID.class),
                row.getInt("number"),
                json.readValue(row.getString("content"), PolicyVersion.Content.class),
                new Actor(Actor.Kind.valueOf(row.getString("made_by_kind")), row.getObject("made_by_id", UUID.class),
                        row.getString("made_by_name")),
                row.getTimestamp("made_at").toInstant());
    }
}
