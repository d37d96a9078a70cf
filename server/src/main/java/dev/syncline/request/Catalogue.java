package dev.syncline.request;

import dev.syncline.connector.PermissionKind;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import dev.syncline.permissionpackage.Packages;
import dev.syncline.permissionpackage.PermissionPackage;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.request.AccessRequest.Item;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What can be asked for, application by application: its account first, then its permissions by name. */
@Repository
class Catalogue {

    private static final UUID LOWEST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Users users;
    private final Holdings.Reader holdings;
    private final Packages packages;
    private final PackageSubjects subjects;

    Catalogue(JdbcClient jdbc, Users users, Holdings.Reader holdings, Packages packages, PackageSubjects subjects) {
        this.jdbc = jdbc;
        this.users = users;
        this.holdings = holdings;
        this.packages = packages;
        this.subjects = subjects;
    }

    /**
     * A package that can be asked for.
     *
     * @param maxDays for how many days at most; null for any time
     * @param refusal why this user cannot ask for it now, in a sentence; null when it can be asked for
     */
    record PackageOffer(
            UUID packageId, String name, @Nullable String description, @Nullable Integer maxDays,
            List<Item> items, @Nullable String refusal) {}

    /** Where a page ended. */
    record Place(String application, String name, UUID key) {
        static final Place START = new Place("", "", LOWEST);
    }

    /** @param forUser whom it would be for: the reader, or somebody whose manager reads; null for the reader */
    List<Offer> page(
            @Nullable String text, @Nullable UUID application, @Nullable UUID forUser, Actor reader, Place after, int limit) {
        Holdings has = holdings(forUser, reader);
        return offers(text, application, after, limit).stream()
                .map(offer -> offer.refused(has.refusal(item(offer)).orElse(null)))
                .toList();
    }

    /** Packages, by name. */
    List<PackageOffer> packages(@Nullable String text, @Nullable UUID forUser, Actor reader, String afterName, int limit) {
        Holdings has = holdings(forUser, reader);
        List<PermissionPackage> found = packages.requestable(text, afterName, limit);
        Map<UUID, List<Item>> items = subjects.items(found);
        return found.stream()
                .map(one -> offer(one, items.getOrDefault(one.id(), List.of()), has))
                .toList();
    }

    private PackageOffer offer(PermissionPackage one, List<Item> items, Holdings has) {
        return new PackageOffer(one.id(), one.name(), one.description(), one.maxDays(), items,
                subjects.refusal(one, items, has).orElse(null));
    }

    private Holdings holdings(@Nullable UUID forUser, Actor reader) {
        UUID self = reader.someone();
        User user = users.get(Objects.requireNonNullElse(forUser, self));
        if (!user.id().equals(self) && !self.equals(user.managerId())) {
            throw new ProblemException(ErrorCode.FORBIDDEN, "You can ask for yourself, and for people whose manager you are.");
        }
        return holdings.of(user);
    }

    private static Item item(Offer offer) {
        return new Item(offer.applicationId(), offer.applicationName(), offer.permissionId(), offer.name(), null);
    }

    private List<Offer> offers(@Nullable String text, @Nullable UUID application, Place after, int limit) {
        return jdbc.sql("""
                select *
                from (select a.id as application_id, a.name as application_name, cast(null as uuid) as permission_id,
                             cast(null as text) as kind, '' as name, cast(null as text) as description, a.id as key
                      from application_access_rule r join application a on a.id = r.application_id
                      where r.account_requestable
                      union all
                      select a.id, a.name, p.id, p.kind, p.name, p.description, p.id
                      from requestable_permission r
                      join permission p on p.id = r.permission_id
                      join application a on a.id = r.application_id) offer
                where (:text = '' or position(lower(:text) in lower(application_name || ' ' || name || ' ' || coalesce(description, ''))) > 0)
                  and (:anyApplication or application_id = :application)
                  and (application_name, name, key) > (:afterApplication, :afterName, :afterKey)
                order by application_name, name, key
                limit :limit""")
                .param("text", text == null ? "" : text.strip())
                .param("anyApplication", application == null)
                .param("application", application == null ? LOWEST : application)
                .param("afterApplication", after.application())
                .param("afterName", after.name())
                .param("afterKey", after.key())
                .param("limit", limit)
                .query((row, n) -> {
                    String kind = row.getString("kind");
                    return new Offer(row.getObject("application_id", UUID.class), row.getString("application_name"),
                            row.getObject("permission_id", UUID.class), kind == null ? null : PermissionKind.valueOf(kind),
                            row.getString("name"), row.getString("description"), null);
                })
                .list();
    }
}
