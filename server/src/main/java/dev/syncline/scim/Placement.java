package dev.syncline.scim;

import dev.syncline.identity.Organization;
import dev.syncline.identity.Organizations;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which organization a client's words mean, for one request: the department, else the organization, each compared with codes first and
 * then with names. A word that means none, or several, places nobody; it stays an attribute of the user.
 */
final class Placement {

    private final Organizations organizations;
    private final Map<String, UUID> known = new HashMap<>();

    Placement(Organizations organizations) {
        this.organizations = organizations;
    }

    /** Asks for many words at once. */
    void learn(Collection<String> words) {
        Set<String> unknown = new HashSet<>();
        words.stream().map(Placement::key).filter(word -> !known.containsKey(word)).forEach(unknown::add);
        List<Organization> found = organizations.named(unknown);
        unknown.forEach(word -> known.put(word, meant(word, found)));
    }

    private static @Nullable UUID meant(String word, List<Organization> found) {
        Stream<Organization> byCode = found.stream().filter(organization -> key(organization.code()).equals(word));
        Stream<Organization> byName = found.stream().filter(organization -> key(organization.name()).equals(word));
        List<UUID> codes = byCode.map(Organization::id).toList();
        List<UUID> ids = codes.isEmpty() ? byName.map(Organization::id).toList() : codes;
        return ids.size() == 1 ? ids.getFirst() : null;
    }

    /** Null when no organization is meant. */
    @Nullable UUID of(@Nullable String department, @Nullable String organization) {
        List<String> words = Stream.of(department == null ? "" : department, organization == null ? "" : organization)
                .filter(word -> !word.isBlank())
                .toList();
        learn(words);
        return words.stream().map(word -> known.get(key(word))).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
