package dev.syncline.structure;

import dev.syncline.connector.ObjectType;
import dev.syncline.identity.Act;
import dev.syncline.identity.Organization;
import dev.syncline.identity.OrganizationChange;
import dev.syncline.identity.OrganizationReaction;
import dev.syncline.intake.ObjectChange;
import dev.syncline.intake.ObjectIntake;
import dev.syncline.intake.Origin;
import dev.syncline.journal.Actor;
import dev.syncline.presence.Presences;
import dev.syncline.task.Cause;
import dev.syncline.task.Source;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells applications of created, renamed, moved and deleted organizations. Whoever changes an organization acts on it by hand, whatever
 * follows for its users, so the source is MANUAL.
 */
@Component
@Order(5)
class OrganizationChanges implements OrganizationReaction {

    private static final String CAUSE = "ORGANIZATION_CHANGE";

    private final Presences presences;
    private final Wanting wanting;
    private final ObjectIntake intake;

    OrganizationChanges(Presences presences, Wanting wanting, ObjectIntake intake) {
        this.presences = presences;
        this.wanting = wanting;
        this.intake = intake;
    }

    @Override
    public void changed(List<OrganizationChange> changes, Actor actor) {
        Set<UUID> told = presences.applicationsTold(ObjectType.ORGANIZATION);
        if (!told.isEmpty()) {
            changes.forEach(change -> tell(change, told, actor));
        }
    }

    private void tell(OrganizationChange change, Set<UUID> told, Actor actor) {
        Organization organization = change.now();
        List<ObjectChange> wanted = change.after() == null
                ? told.stream().map(application -> new ObjectChange(application, ObjectType.ORGANIZATION, organization.id(), null)).toList()
                : wanting.organizations(told, List.of(organization));
        intake.take(wanted, Origin.following(Source.MANUAL, Act.by(actor), new Cause(CAUSE, organization.id(), words(change))));
    }

    private static String words(OrganizationChange change) {
        if (change.before() == null) {
            return "The organization " + change.now().name() + " was created";
        }
        String name = change.before().name();
        if (change.after() == null) {
            return "The organization " + name + " was deleted";
        }
        if (!name.equals(change.after().name())) {
            return "The organization " + name + " was renamed to " + change.after().name();
        }
        return Objects.equals(change.before().parentId(), change.after().parentId())
                ? "The organization " + name + " was edited"
                : "The organization " + name + " was moved";
    }
}
