package dev.syncline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.ObjectType;
import dev.syncline.fixtures.TestServer;
import dev.syncline.identity.Organization;
import dev.syncline.identity.Organizations;
import dev.syncline.intake.ObjectChange.Wanted;
import dev.syncline.journal.Actor;
import dev.syncline.mapping.Subject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class ObjectIntakeTest {

    private final TestServer server = TestServer.shared();
    private final ObjectIntake intake = server.bean(ObjectIntake.class);

    /** It was told of organizations a moment ago; whoever edits one must not fail because of it. */
    @Test
    void anApplicationThatWasJustDeletedIsPassedOver() {
        Organization organization = server.bean(Organizations.class).create(TestServer.unique("org"), "Sales", null, Actor.SYSTEM);
        Wanted wanted = new Wanted(organization.name(), organization.code(), null, Map.of(), Subject.of(organization, null));
        ObjectChange change = new ObjectChange(UUID.randomUUID(), ObjectType.ORGANIZATION, organization.id(), wanted);

        Integer opened = server.bean(TransactionTemplate.class).execute(_ -> intake.take(List.of(change), Origin.byHand(Actor.SYSTEM)));

        assertThat(opened).isZero();
    }
}
