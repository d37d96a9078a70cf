package dev.syncline.governance;

import dev.syncline.account.Accounts;
import dev.syncline.account.FoundAccount;
import dev.syncline.id.Ids;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps accounts that were found in a target: given to the user they belong to, or as nobody's so that they can be disabled or deleted.
 * Nothing is sent: the target has them already.
 */
@Component
class Adoption {

    private final Accounts accounts;
    private final Users users;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ids ids;

    Adoption(Accounts accounts, Users users, JdbcClient jdbc, JsonMapper json, Ids ids) {
        this.accounts = accounts;
        this.users = users;
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
    }

    /** Those given to a user, by key. An account several users could own, or whose user has another one there, is left to a person. */
    Map<String, Found> adopt(Run run, List<Found> found) {
        List<Found> strange = found.stream().filter(one -> one.kind() == Found.Kind.NOT_KNOWN_HERE).toList();
        if (strange.isEmpty() || !(run.definition() instanceof Definition.Orphan orphan) || orphan.adopt() == Definition.Adopt.NONE) {
            return Map.of();
        }
        Map<String, User> owners = orphan.adopt() == Definition.Adopt.NAME ? byName(strange) : byMail(strange);
        Set<UUID> served = new HashSet<>(accounts.ofUsers(run.applicationId(), owners.values().stream().map(User::id).toList()).keySet());
        Map<String, Found> adopted = new HashMap<>();
        List<FoundAccount> kept = new ArrayList<>();
        for (Found one : strange) {
            User owner = owners.get(one.key());
            if (owner != null && owner.status() != User.Status.DELETED && served.add(owner.id())) {
                FoundAccount account = account(one, owner.id());
                kept.add(account);
                adopted.put(one.key(), new Found(one.kind(), one.key(), one.applicationId(), account.id(), one.remoteId(), one.objectName(),
                        owner.id(), owner.displayName(), one.holds(), one.facts()));
            }
        }
        Set<UUID> made = accounts.keepFound(kept);
        adopted.values().removeIf(one -> !made.contains(one.accountId()));
        return adopted;
    }

    /** Accounts of nobody for what is to be disabled or deleted; the ids by key. One whose name was taken meanwhile is missing. */
    Map<String, UUID> keepAsNobodys(List<Found> found) {
        Map<String, FoundAccount> accountsByKey = new HashMap<>();
        found.forEach(one -> accountsByKey.put(one.key(), account(one, null)));
        Set<UUID> made = accounts.keepFound(List.copyOf(accountsByKey.values()));
        Map<String, UUID> kept = new HashMap<>();
        accountsByKey.forEach((key, account) -> {
            if (made.contains(account.id())) {
                kept.put(key, account.id());
            }
        });
        return kept;
    }

    private FoundAccount account(Found found, @Nullable UUID userId) {
        String seen = (String) found.facts().get("lastSignInAt");
        return new FoundAccount(ids.next(), found.applicationId(), userId, found.objectName(), found.remoteId(), Map.of(),
                !Boolean.FALSE.equals(found.facts().get("active")), seen == null ? null : Instant.parse(seen));
    }

    private Map<String, User> byName(List<Found> strange) {
        Map<String, User> named = new HashMap<>();
        users.byUserName(strange.stream().map(one -> one.objectName().toLowerCase(Locale.ROOT)).collect(Collectors.toSet())).values()
                .forEach(user -> named.put(user.userName().toLowerCase(Locale.ROOT), user));
        return strange.stream().filter(one -> named.containsKey(one.objectName().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toMap(Found::key, one -> named.get(one.objectName().toLowerCase(Locale.ROOT))));
    }

    /** Only addresses that exactly one user has. */
    private Map<String, User> byMail(List<Found> strange) {
        Map<String, Set<String>> mails = new HashMap<>();
        strange.forEach(one -> mails.put(one.key(), mails(one)));
        Map<String, UUID> owners = ownersOf(mails.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Map<UUID, User> people = users.findAll(owners.values());
        Map<String, User> found = new HashMap<>();
        mails.forEach((key, theirs) -> {
            Set<UUID> meant = theirs.stream().filter(owners::containsKey).map(owners::get).collect(Collectors.toSet());
            if (meant.size() == 1) {
                found.put(key, people.get(meant.iterator().next()));
            }
        });
        found.values().removeIf(user -> user == null);
        return found;
    }

    private Map<String, UUID> ownersOf(Set<String> mails) {
        Map<String, UUID> owners = new HashMap<>();
        jdbc.sql("""
                select lower(email) as mail, min(id::text)::uuid as id
                from users
                where lower(email) = any (:mails) and status <> 'DELETED'
                group by lower(email)
                having count(*) = 1""")
                .param("mails", mails.toArray(String[]::new))
                .query(row -> {
                    owners.put(row.getString("mail"), row.getObject("id", UUID.class));
                });
        return owners;
    }

    private Set<String> mails(Found found) {
        Set<String> mails = new HashSet<>();
        JsonNode attributes = json.readTree(String.valueOf(found.facts().get("attributes")));
        attributes.properties().forEach(attribute -> {
            if (attribute.getValue().isString() && attribute.getValue().asString().contains("@")) {
                mails.add(attribute.getValue().asString().toLowerCase(Locale.ROOT));
            }
        });
        return mails;
    }
}
