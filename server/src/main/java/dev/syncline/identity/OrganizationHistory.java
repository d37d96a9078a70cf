package dev.syncline.identity;

import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What was changed about an organization, also about one that is gone. */
@Service
class OrganizationHistory {

    private final OrganizationChangeRepository changes;
    private final Organizations organizations;

    OrganizationHistory(OrganizationChangeRepository changes, Organizations organizations) {
        this.changes = changes;
        this.organizations = organizations;
    }

    enum Kind {
        CREATED,
        EDITED,
        MOVED,
        DELETED
    }

    /**
     * @param field as the API calls it; "parent" with the name of the organization above
     * @param before null for none
     * @param after null for none
     */
    record Difference(String field, @Nullable Object before, @Nullable Object after) {}

    /** @param name as it was */
    record Entry(UUID id, Kind kind, String name, Instant at, Actor actor, List<Difference> differences) {}

    /** Newest first, those before the given one (null for the newest). */
    List<Entry> of(UUID organizationId, @Nullable UUID before, int limit) {
        List<KeptOrganizationChange> kept = changes.of(organizationId, before, limit);
        if (kept.isEmpty() && before == null) {
            // One that was there before changes were kept has none.
            organizations.get(organizationId);
        }
        Map<UUID, Organization> parents = organizations.findAll(kept.stream()
                .flatMap(one -> Stream.of(one.change().before(), one.change().after()))
                .filter(Objects::nonNull)
                .map(Organization::parentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return kept.stream().map(one -> entry(one, parents)).toList();
    }

    private static Entry entry(KeptOrganizationChange kept, Map<UUID, Organization> parents) {
        OrganizationChange change = kept.change();
        Map<String, Object> before = fields(change.before(), parents);
        Map<String, Object> after = fields(change.after(), parents);
        List<Difference> differences = new ArrayList<>();
        Stream.concat(before.keySet().stream(), after.keySet().stream()).distinct()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .forEach(field -> differences.add(new Difference(field, before.get(field), after.get(field))));
        return new Entry(kept.id(), kind(change), change.now().name(), kept.at(), kept.actor(), differences);
    }

    private static Kind kind(OrganizationChange change) {
        if (change.before() == null) {
            return Kind.CREATED;
        }
        if (change.after() == null) {
            return Kind.DELETED;
        }
        return Objects.equals(change.before().parentId(), change.after().parentId()) ? Kind.EDITED : Kind.MOVED;
    }

    private static Map<String, Object> fields(@Nullable Organization organization, Map<UUID, Organization> parents) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (organization != null) {
            Organization parent = organization.parentId() == null ? null : parents.get(organization.parentId());
            fields.put("name", organization.name());
            fields.put("code", organization.code());
            fields.put("parent", parent == null ? Objects.toString(organization.parentId(), null) : parent.name());
        }
        return fields;
    }
}
