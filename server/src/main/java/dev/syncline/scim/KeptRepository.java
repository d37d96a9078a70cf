package dev.syncline.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code scim_user}. */
@Repository
class KeptRepository {

    private final JdbcClient jdbc;

    KeptRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Kept> byUser(Collection<UUID> users) {
        return jdbc.sql("select * from scim_user where user_id = any (:users)")
                .param("users", users.toArray(UUID[]::new))
                .query(KeptRepository::read)
                .list().stream()
                .collect(Collectors.toMap(Kept::userId, Function.identity()));
    }

    /** Whose the external ids are. */
    Map<String, UUID> byExternalId(Collection<String> externalIds) {
        return jdbc.sql("select * from scim_user where external_id = any (:externalIds)")
                .param("externalIds", externalIds.toArray(String[]::new))
                .query(KeptRepository::read)
                .list().stream()
                .collect(Collectors.toMap(Kept::externalId, Kept::userId));
    }

    void save(Collection<Kept> kept, Instant now) {
        List<String> emails = kept.stream().map(KeptRepository::emails).toList();
        jdbc.sql("""
                insert into scim_user (user_id, external_id, document, emails, updated_at)
                select user_id, external_id, cast(document as jsonb), string_to_array(emails, E'\\n'), :now
                from unnest(:users, :externalIds, :documents, :emails) as k (user_id, external_id, document, emails)
                on conflict (user_id) do update
                set external_id = excluded.external_id, document = excluded.document, emails = excluded.emails,
                    version = scim_user.version + 1, updated_at = excluded.updated_at""")
                .param("users", kept.stream().map(Kept::userId).toArray(UUID[]::new))
                .param("externalIds", kept.stream().map(Kept::externalId).toArray(String[]::new))
                .param("documents", kept.stream().map(one -> one.document().toString()).toArray(String[]::new))
                .param("emails", emails.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The external ids are free for others. */
    void forgetExternalIds(Collection<UUID> users) {
        jdbc.sql("update scim_user set external_id = null, version = version + 1 where user_id = any (:users) and external_id is not null")
                .param("users", users.toArray(UUID[]::new))
                .update();
    }

    /** In lower case, a line each: an address has no line breaks. */
    private static String emails(Kept kept) {
        return StreamSupport.stream(kept.document().path("emails").spliterator(), false)
                .map(email -> email.path("value").asText(""))
                .filter(email -> !email.isBlank())
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    private static Kept read(ResultSet row, int number) throws SQLException {
        JsonNode document = Json.read(row.getString("document"));
        Timestamp updated = row.getTimestamp("updated_at");
        return new Kept(row.getObject("user_id", UUID.class), row.getString("external_id"), (ObjectNode) document,
                row.getInt("version"), updated == null ? null : updated.toInstant());
    }
}
