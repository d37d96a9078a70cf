package dev.syncline.policy;

import dev.syncline.journal.Actor;
import dev.syncline.policy.GrantNames.GrantView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a policy as it was saved.
 *
 * @param number 1 for the first
 */
record PolicyVersion(UUID policyId, int number, Content content, Actor madeBy, Instant madeAt) {

    /** What it said, with the names of what it granted as they were. */
    record Content(String name, @Nullable String description, String condition, OnLeaving onLeaving, List<GrantView> grants) {}

    /**
     * One thing that differs from the version before.
     *
     * @param field "condition", "onLeaving", "grants", ...
     * @param before null when it was not there
     * @param after null when it is not there any more
     */
    record Change(String field, @Nullable String before, @Nullable String after) {}

    /** @param former null for the first version, which differs in nothing */
    List<Change> changesSince(@Nullable PolicyVersion former) {
        if (former == null) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        Content before = former.content;
        compare("name", before.name, content.name, changes);
        compare("description", before.description, content.description, changes);
        compare("condition", before.condition, content.condition, changes);
        compare("onLeaving", before.onLeaving.name(), content.onLeaving.name(), changes);
        before.grants.stream().filter(grant -> lacks(content, grant)).forEach(grant -> changes.add(new Change("grants", grant.label(), null)));
        content.grants.stream().filter(grant -> lacks(before, grant)).forEach(grant -> changes.add(new Change("grants", null, grant.label())));
        return changes;
    }

    private static boolean lacks(Content content, GrantView grant) {
        return content.grants.stream().noneMatch(one -> one.grant().equals(grant.grant()));
    }

    private static void compare(String field, @Nullable String before, @Nullable String after, List<Change> changes) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(field, before, after));
        }
    }
}
