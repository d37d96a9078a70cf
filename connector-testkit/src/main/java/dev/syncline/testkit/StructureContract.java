package dev.syncline.testkit;

import dev.syncline.connector.Capability;
import org.junit.jupiter.api.Test;

/** What a connector does with organizations and groups, where it takes them. */
interface StructureContract extends ContractPart {

    @Test
    default void keepsOrganizationsOneBelowTheOther() {
        needs(Capability.ORGANIZATIONS);
        try (Trial trial = Trial.of(subject())) {
            new StructureLife(subject(), trial).lifeOfAnOrganization(newName(), newName(), newName());
        }
    }

    @Test
    default void keepsGroupsWithTheirMembers() {
        needs(Capability.GROUPS);
        try (Trial trial = Trial.of(subject())) {
            String member = trial.create(newName());
            String other = trial.create(newName());
            new StructureLife(subject(), trial).lifeOfAGroup(newName(), newName(), member, other);
        }
    }
}
