package dev.syncline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.syncline.fixtures.TestServer;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import org.junit.jupiter.api.Test;

class OrganizationsTest {

    private final Organizations organizations = TestServer.shared().bean(Organizations.class);
    private final Users users = TestServer.shared().bean(Users.class);

    @Test
    void anOrganizationIsNeverBelowItself() {
        Organization top = make(null);
        Organization middle = make(top);
        Organization bottom = make(middle);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> organizations.update(top.id(), 1, top.code(), top.name(), bottom.id(), Actor.SYSTEM))
                .withMessageContaining("below itself");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> organizations.update(top.id(), 1, top.code(), top.name(), top.id(), Actor.SYSTEM));
        assertThat(organizations.withDescendants(top.id())).containsExactlyInAnyOrder(top.id(), middle.id(), bottom.id());
    }

    @Test
    void whatIsInUseIsNotDeletedAndTheRefusalSaysWhy() {
        Organization parent = make(null);
        Organization child = make(parent);
        users.create(new UserData(TestServer.unique("member"), null, null, null, null, null, null, child.id(), null), Act.by(Actor.SYSTEM));
        assertThat(refusalOfDeleting(parent).getMessage()).contains("1 organization(s) below it");
        assertThat(refusalOfDeleting(child).getMessage()).contains("1 user(s)");
        assertThat(refusalOfDeleting(child).code()).isEqualTo(ErrorCode.STILL_IN_USE);
    }

    @Test
    void codesAreUnique() {
        Organization there = make(null);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> organizations.create(there.code(), "Another", null, Actor.SYSTEM))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ALREADY_EXISTS));
    }

    private ProblemException refusalOfDeleting(Organization organization) {
        try {
            organizations.delete(organization.id(), organization.version(), Actor.SYSTEM);
        } catch (ProblemException refusal) {
            return refusal;
        }
        throw new AssertionError("It was deleted.");
    }

    private Organization make(Organization parent) {
        return organizations.create(TestServer.unique("org"), "Organization", parent == null ? null : parent.id(), Actor.SYSTEM);
    }
}
