package dev.syncline.structure;

import dev.syncline.connector.ObjectType;
import dev.syncline.identity.Organization;
import dev.syncline.identity.Organizations;
import dev.syncline.intake.ObjectChange;
import dev.syncline.intake.ObjectChange.Wanted;
import dev.syncline.mapping.Subject;
import dev.syncline.presence.Presence;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What organizations are to be in applications: the same in every one, but for what its mappings give. */
@Component
class Wanting {

    private final Organizations organizations;

    Wanting(Organizations organizations) {
        this.organizations = organizations;
    }

    List<ObjectChange> organizations(Collection<UUID> applications, List<Organization> some) {
        Map<UUID, Organization> parents = organizations.findAll(
                some.stream().map(Organization::parentId).filter(Objects::nonNull).collect(Collectors.toSet()));
        return some.stream().flatMap(organization -> applications.stream().map(application -> new ObjectChange(
                application, ObjectType.ORGANIZATION, organization.id(), wanted(organization, parents.get(organization.parentId()))))).toList();
    }

    private static Wanted wanted(Organization organization, Organization parent) {
        Map<String, Object> fixed = new HashMap<>();
        fixed.put(Presence.PARENT, parent == null ? null : parent.code());
        return new Wanted(organization.name(), organization.code(), organization.parentId(), fixed, Subject.of(organization, parent));
    }
}
