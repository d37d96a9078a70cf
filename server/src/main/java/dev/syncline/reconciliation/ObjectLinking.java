package dev.syncline.reconciliation;

import dev.syncline.application.Application;
import dev.syncline.connector.ObjectType;
import dev.syncline.id.Ids;
import dev.syncline.identity.Group;
import dev.syncline.identity.Groups;
import dev.syncline.identity.Organization;
import dev.syncline.identity.Organizations;
import dev.syncline.presence.Presence;
import dev.syncline.presence.Presences;
import dev.syncline.reconciliation.ReconciliationFindingRepository.Became;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps organizations and groups that are there in the target as those of the platform. Nothing is sent. In the caller's transaction. */
@Component
class ObjectLinking {

    private final Presences presences;
    private final Organizations organizations;
    private final Groups groups;
    private final Ids ids;
    private final Clock clock;

    ObjectLinking(Presences presences, Organizations organizations, Groups groups, Ids ids, Clock clock) {
        this.presences = presences;
        this.organizations = organizations;
        this.groups = groups;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param subjects which organization or group each finding becomes */
    List<Became> link(Application application, List<Finding> findings, Map<UUID, UUID> subjects) {
        Map<UUID, Named> named = named(findings, subjects);
        Map<UUID, Presence> wanted = new HashMap<>();
        for (Finding finding : findings) {
            Named subject = named.get(subjects.get(finding.id()));
            if (subject != null) {
                wanted.computeIfAbsent(subject.id(), _ -> presence(application, finding, subject));
            }
        }
        Set<UUID> kept = presences.keepFound(List.copyOf(wanted.values()));
        Map<Presence.Key, Presence> made = presences.findAll(wanted.values().stream().map(Presence::key).toList());
        return findings.stream().map(finding -> became(finding, subjects.get(finding.id()), wanted, kept, made)).toList();
    }

    private static Became became(
            Finding finding, @Nullable UUID subject, Map<UUID, Presence> wanted, Set<UUID> kept, Map<Presence.Key, Presence> made) {
        Presence presence = wanted.get(subject);
        if (presence == null) {
            return Became.refused(finding, "What it was matched to is gone. Choose another one, or ignore it.");
        }
        Presence known = made.get(presence.key());
        if (!kept.contains(subject) || known == null || !finding.remoteId().equals(known.remoteId())) {
            return Became.refused(finding, presence.name()
                    + " is in the application already, or a task for it is under way. Choose another one, or read the application again.");
        }
        return new Became(finding.id(), Finding.Outcome.LINKED, null, known.id(), null, subject, null, finding.differences());
    }

    private Presence presence(Application application, Finding finding, Named named) {
        Instant now = clock.instant();
        boolean elsewhere = finding.differences().stream().anyMatch(difference -> difference.attribute().equals(Presence.PARENT));
        Map<String, Object> attributes = named.parentCode() == null || elsewhere ? Map.of() : Map.of(Presence.PARENT, named.parentCode());
        return new Presence(ids.next(), application.id(), finding.objectType(), named.id(), finding.name(), named.code(), finding.remoteId(),
                Presence.Status.ACTIVE, attributes, now, now);
    }

    /** @param parentCode null at the top, and for groups */
    private record Named(UUID id, String code, @Nullable String parentCode) {}

    private Map<UUID, Named> named(List<Finding> findings, Map<UUID, UUID> subjects) {
        Map<UUID, Named> named = new HashMap<>();
        Map<UUID, Organization> those = organizations.findAll(subjects(findings, subjects, ObjectType.ORGANIZATION));
        Map<UUID, Organization> above = organizations.findAll(
                those.values().stream().map(Organization::parentId).filter(Objects::nonNull).collect(Collectors.toSet()));
        those.forEach((id, one) -> {
            Organization parent = above.get(one.parentId());
            named.put(id, new Named(id, one.code(), parent == null ? null : parent.code()));
        });
        Map<UUID, Group> grouped = groups.findAll(subjects(findings, subjects, ObjectType.GROUP));
        grouped.forEach((id, group) -> named.put(id, new Named(id, group.name(), null)));
        return named;
    }

    private static Set<UUID> subjects(List<Finding> findings, Map<UUID, UUID> subjects, ObjectType objectType) {
        return findings.stream().filter(finding -> finding.objectType() == objectType).map(finding -> subjects.get(finding.id()))
                .filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
