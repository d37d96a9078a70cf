package dev.syncline.access;

import static dev.syncline.access.AdministratorRepository.at;
import static dev.syncline.access.AdministratorRepository.instant;
import static dev.syncline.access.AdministratorRepository.instantOrNull;

import dev.syncline.journal.Actor;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import dev.syncline.rights.TokenMakers;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApiTokenRepository implements TokenMakers {

    private final JdbcClient jdbc;

    ApiTokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ApiToken token, byte[] hash) {
        jdbc.sql("""
                insert into api_token (id, name, token_hash, administrator_id, rights, created_at, expires_at)
                values (:id, :name, :hash, :administrator, :rights, :createdAt, :expiresAt)
                """)
                .param("id", token.id())
                .param("name", token.name())
                .param("hash", hash)
                .param("administrator", token.madeBy().id())
                .param("rights", token.rights() == null ? null : token.rights().stream().map(Right::name).toArray(String[]::new), Types.ARRAY)
                .param("createdAt", at(token.createdAt()))
                .param("expiresAt", at(token.expiresAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /**
     * A token that lets in.
     *
     * @param limit null for no limit of its own
     */
    record Live(Actor actor, UUID administrator, @Nullable Set<Right> limit, @Nullable Instant usedAt) {}

    Optional<Live> live(byte[] hash, Instant now) {
        return jdbc.sql("""
                select t.id, t.name, t.administrator_id, t.rights, t.last_used_at
                from api_token t
                join administrator a on a.id = t.administrator_id and a.disabled_at is null
                where t.token_hash = :hash and t.revoked_at is null and (t.expires_at is null or t.expires_at > :now)
                """)
                .param("hash", hash)
                .param("now", at(now))
                .query((row, n) -> new Live(
                        new Actor(Actor.Kind.API_TOKEN, row.getObject("id", UUID.class), row.getString("name")),
                        row.getObject("administrator_id", UUID.class), rights(row), instantOrNull(row, "last_used_at")))
                .optional();
    }

    /** One that was not revoked, with what it is limited to; null for no limit. */
    record Kept(UUID administrator, @Nullable Set<Right> limit) {
        Rights limited(Rights makers) {
            return limit == null ? makers : makers.limitedTo(limit);
        }
    }

    Optional<Kept> kept(UUID token) {
        return jdbc.sql("select administrator_id, rights from api_token where id = :id and revoked_at is null")
                .param("id", token)
                .query((row, n) -> new Kept(row.getObject("administrator_id", UUID.class), rights(row)))
                .optional();
    }

    @Override
    public Optional<UUID> administratorOf(@Nullable UUID token) {
        return jdbc.sql("select administrator_id from api_token where id = :id").param("id", token).query(UUID.class).optional();
    }

    void used(UUID id, Instant now) {
        jdbc.sql("update api_token set last_used_at = :now where id = :id").param("id", id).param("now", at(now)).update();
    }

    /** What a token is limited to; empty for no limit. */
    Optional<Set<Right>> limitOf(UUID token) {
        return jdbc.sql("select rights from api_token where id = :id and rights is not null").param("id", token)
                .query((row, n) -> rights(row.getArray("rights"))).optional();
    }

    /** Until when a token counts; empty for one without an end. */
    Optional<Instant> endOf(UUID token) {
        return jdbc.sql("select expires_at from api_token where id = :id and expires_at is not null").param("id", token)
                .query((row, n) -> instant(row, "expires_at")).optional();
    }

    /**
     * Live and expired ones, newest first, after the given id.
     *
     * @param of whose; null for everybody's
     */
    List<ApiToken> list(@Nullable UUID of, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                select t.id, t.name, t.administrator_id, a.display_name, t.rights, t.created_at, t.expires_at, t.last_used_at
                from api_token t
                join administrator a on a.id = t.administrator_id
                where t.revoked_at is null and (:before::uuid is null or t.id < :before::uuid)
                  and (:of::uuid is null or t.administrator_id = :of::uuid)
                order by t.id desc
                limit :limit
                """)
                .param("of", of, Types.OTHER)
                .param("before", before, Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> new ApiToken(row.getObject("id", UUID.class), row.getString("name"),
                        new ApiToken.Maker(row.getObject("administrator_id", UUID.class), row.getString("display_name")), rights(row),
                        instant(row, "created_at"), instantOrNull(row, "expires_at"), instantOrNull(row, "last_used_at")))
                .list();
    }

    /**
     * @param of whose it may be; null for anybody's
     * @return whether there was one to revoke
     */
    boolean revoke(UUID id, @Nullable UUID of, Instant now) {
        return jdbc.sql("""
                update api_token set revoked_at = :now
                where id = :id and revoked_at is null and (:of::uuid is null or administrator_id = :of::uuid)
                """)
                .param("of", of, Types.OTHER)
                .param("id", id)
                .param("now", at(now))
                .update() == 1;
    }

    private static @Nullable Set<Right> rights(ResultSet row) throws SQLException {
        Array names = row.getArray("rights");
        return names == null ? null : rights(names);
    }

    private static Set<Right> rights(Array names) throws SQLException {
        return Stream.of((String[]) names.getArray()).map(Right::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
    }

    UUID firstAdministrator() {
        return jdbc.sql("""
                select a.id
                from administrator a
                join administrator_role r on r.administrator_id = a.id and r.role = 'ADMINISTRATOR'
                where a.disabled_at is null
                order by a.created_at, a.id
                limit 1
                """).query(UUID.class).single();
    }
}
