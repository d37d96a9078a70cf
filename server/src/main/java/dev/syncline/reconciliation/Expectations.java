package dev.syncline.reconciliation;

import dev.syncline.application.Application;
import dev.syncline.application.Target;
import dev.syncline.application.Targets;
import dev.syncline.connector.ObjectType;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.User;
import dev.syncline.mapping.Mapper;
import dev.syncline.mapping.Mapping;
import dev.syncline.presence.Presence;
import dev.syncline.presence.Presences;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what accounts are compared with, with one query each for any number of them. */
@Component
class Expectations {

    private final Targets targets;
    private final Presences presences;
    private final Organizations organizations;
    private final Mapper mapper;

    Expectations(Targets targets, Presences presences, Organizations organizations, Mapper mapper) {
        this.targets = targets;
        this.presences = presences;
        this.organizations = organizations;
        this.mapper = mapper;
    }

    Expectation of(Application application, Collection<User> users) {
        List<Mapping> mappings = mappings(application);
        Set<String> masked = targets.resolve(application.id()).map(Target::maskedAttributes).orElse(Set.of());
        boolean placed = mappings.stream().anyMatch(mapping -> mapping.target().equals(Presence.PARENT));
        return new Expectation(application, mappings, masked, placed ? codes(application) : Map.of(), mapper,
                organizations.findAll(users.stream().map(User::organizationId).filter(Objects::nonNull).collect(Collectors.toSet())));
    }

    /** Of accounts, without those of secrets. */
    List<Mapping> mappings(Application application) {
        Set<String> secret = targets.secretAttributes(application);
        return application.mappings().stream()
                .filter(mapping -> mapping.objectType() == ObjectType.ACCOUNT && !mapping.secret() && !secret.contains(mapping.target()))
                .toList();
    }

    private Map<String, String> codes(Application application) {
        return presences.all(application.id(), ObjectType.ORGANIZATION).stream()
                .filter(presence -> presence.remoteId() != null)
                .collect(Collectors.toMap(Presence::remoteId, Presence::code, (one, other) -> one));
    }
}
