package dev.syncline.structure;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.application.Target;
import dev.syncline.application.Targets;
import dev.syncline.connector.Capability;
import dev.syncline.connector.ObjectType;
import dev.syncline.identity.Group;
import dev.syncline.identity.Groups;
import dev.syncline.identity.Organization;
import dev.syncline.identity.Organizations;
import dev.syncline.intake.ObjectChange;
import dev.syncline.intake.ObjectIntake;
import dev.syncline.intake.Origin;
import dev.syncline.journal.Actor;
import dev.syncline.presence.Presence;
import dev.syncline.presence.Presences;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.task.Cause;
import dev.syncline.task.Priority;
import dev.syncline.task.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Switches the synchronization of organizations and groups. Switching on asks for everything there is, set by set, in one transaction. */
@Service
class Structures {

    private static final String CAUSE = "SYNCHRONIZATION";
    private static final int SET = 500;

    private final Applications applications;
    private final Targets targets;
    private final Presences presences;
    private final Organizations organizations;
    private final Groups groups;
    private final Wanting wanting;
    private final ObjectIntake intake;

    Structures(Applications applications, Targets targets, Presences presences, Organizations organizations, Groups groups,
            Wanting wanting, ObjectIntake intake) {
        this.applications = applications;
        this.targets = targets;
        this.presences = presences;
        this.organizations = organizations;
        this.groups = groups;
        this.wanting = wanting;
        this.intake = intake;
    }

    /** @param possible what the application's connector can be told of */
    record State(boolean organizations, boolean groups, Set<ObjectType> possible) {}

    /** @param opened how many tasks were opened to bring everything there */
    record Switched(State state, int opened) {}

    State now(UUID applicationId) {
        applications.get(applicationId);
        Set<ObjectType> told = presences.toldOf(applicationId);
        return new State(told.contains(ObjectType.ORGANIZATION), told.contains(ObjectType.GROUP), possible(applicationId));
    }

    @Transactional
    Switched change(UUID applicationId, Structure wanted, Actor actor) {
        wanted.check();
        Application application = applications.get(applicationId);
        State before = now(applicationId);
        int opened = 0;
        if (wanted.organizations() != before.organizations()) {
            refuseUnlessPossible(wanted.organizations(), ObjectType.ORGANIZATION, "organizations", application, before);
            presences.switchTo(applicationId, ObjectType.ORGANIZATION, wanted.organizations());
            opened += wanted.organizations() ? everyOrganization(application, actor) : 0;
        }
        if (wanted.groups() != before.groups()) {
            refuseUnlessPossible(wanted.groups(), ObjectType.GROUP, "groups", application, before);
            presences.switchTo(applicationId, ObjectType.GROUP, wanted.groups());
            opened += wanted.groups() ? everyGroup(application, actor) : 0;
        }
        return new Switched(now(applicationId), opened);
    }

    private int everyOrganization(Application application, Actor actor) {
        Origin origin = switchedOn("organizations", application, actor);
        List<Organization> all = organizations.all();
        int opened = 0;
        for (int from = 0; from < all.size(); from += SET) {
            List<Organization> set = all.subList(from, Math.min(all.size(), from + SET));
            opened += intake.take(wanting.organizations(List.of(application.id()), set), origin);
        }
        Set<UUID> known = all.stream().map(Organization::id).collect(Collectors.toSet());
        return opened + intake.take(gone(application.id(), ObjectType.ORGANIZATION, known), origin);
    }

    private int everyGroup(Application application, Actor actor) {
        Origin origin = switchedOn("groups", application, actor);
        Set<UUID> known = new HashSet<>();
        int opened = 0;
        List<Group> set = groups.page("", "", SET);
        while (!set.isEmpty()) {
            set.forEach(group -> known.add(group.id()));
            opened += intake.take(wanting.groups(List.of(application.id()), set), origin);
            set = groups.page("", set.getLast().name().toLowerCase(Locale.ROOT), SET);
        }
        return opened + intake.take(gone(application.id(), ObjectType.GROUP, known), origin);
    }

    private static Origin switchedOn(String what, Application application, Actor actor) {
        return new Origin(Source.MANUAL, actor, new Cause(CAUSE, application.id(),
                "The synchronization of " + what + " was switched on in " + application.name()), null, Priority.BULK);
    }

    /** What was deleted while nobody told the application. */
    private List<ObjectChange> gone(UUID application, ObjectType objectType, Set<UUID> known) {
        List<ObjectChange> gone = new ArrayList<>();
        for (Presence presence : presences.all(application, objectType).reversed()) {
            if (!known.contains(presence.objectId())) {
                gone.add(new ObjectChange(application, objectType, presence.objectId(), null));
            }
        }
        return gone;
    }

    private void refuseUnlessPossible(boolean on, ObjectType objectType, String field, Application application, State state) {
        if (on && !state.possible().contains(objectType)) {
            throw new ProblemException(ErrorCode.INVALID_INPUT, "The connection of " + application.name() + " cannot take " + field
                    + "; leave it off, or set up the connection for them.",
                    List.of(new ProblemException.FieldError(field, "The connection cannot take " + field + ".")));
        }
    }

    private Set<ObjectType> possible(UUID applicationId) {
        Set<Capability> can = targets.resolve(applicationId).map(Structures::capabilities).orElse(Set.of());
        return Stream.of(ObjectType.ORGANIZATION, ObjectType.GROUP)
                .filter(type -> can.contains(type == ObjectType.ORGANIZATION ? Capability.ORGANIZATIONS : Capability.GROUPS))
                .collect(Collectors.toSet());
    }

    private static Set<Capability> capabilities(Target target) {
        return target.type().capabilities(target.settings());
    }
}
