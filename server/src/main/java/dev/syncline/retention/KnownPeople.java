package dev.syncline.retention;

import static dev.syncline.sql.LikePattern.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people of whom something is kept: users, and those who are no longer among them but in the log. */
@Component
class KnownPeople {

    /**
     * Somebody whose data can be held or erased.
     *
     * @param stillThere whether the user is still kept
     */
    record KnownPerson(UUID id, String name, boolean stillThere) {}

    private static final String USERS = """
            select u.id, u.display_name || ' (' || u.user_name || ')' as name, true as still_there
            from users u
            where u.user_name || ' ' || u.display_name || ' ' || coalesce(u.email, '') ilike '%' || :text || '%'
            order by lower(u.user_name), u.id
            limit :limit
            """;

    /** What has this text somewhere is looked at up to some thousand tasks: a text that fits more of them finds nobody in particular. */
    private static final String GONE = """
            with found as (
                select t.user_id, t.user_name, t.id
                from line l join task t on t.line_id = l.id
                where l.search_text like '%' || lower(:text) || '%' and t.user_id is not null and t.user_name is not null
                  and not exists (select from users u where u.id = t.user_id)
                limit 5000)
            select distinct on (user_id) user_id as id, user_name as name, false as still_there
            from found
            order by user_id, id desc
            limit :limit
            """;

    /** Shorter texts are in nearly every name. */
    private static final int SHORTEST = 2;

    private final JdbcClient jdbc;
    private final ErasureRepository erasures;

    KnownPeople(JdbcClient jdbc, ErasureRepository erasures) {
        this.jdbc = jdbc;
        this.erasures = erasures;
    }

    /** @param text a part of a name, or a whole id, which finds also whom only the audit knows */
    List<KnownPerson> find(String text, int limit) {
        return id(text).map(this::byId).orElseGet(() -> byName(text, limit));
    }

    private List<KnownPerson> byName(String text, int limit) {
        List<KnownPerson> users = named(USERS, text, limit);
        if (text.length() < SHORTEST || users.size() == limit) {
            return users;
        }
        List<KnownPerson> all = new ArrayList<>(users);
        all.addAll(named(GONE, text, limit - users.size()));
        return all;
    }

    private List<KnownPerson> named(String statement, String text, int limit) {
        return jdbc.sql(statement).param("text", literal(text)).param("limit", limit)
                .query((row, n) -> new KnownPerson(row.getObject("id", UUID.class), row.getString("name"), row.getBoolean("still_there"))).list();
    }

    private List<KnownPerson> byId(UUID id) {
        ErasurePlan plan = erasures.plan(id, List.of());
        boolean known = plan.stillThere() || plan.tasks() > 0 || plan.entries() > 0;
        return known ? List.of(new KnownPerson(id, plan.name() == null ? id.toString() : plan.name(), plan.stillThere())) : List.of();
    }

    private static Optional<UUID> id(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? Optional.of(UUID.fromString(text.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }
}
