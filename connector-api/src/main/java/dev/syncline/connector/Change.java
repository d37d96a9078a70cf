package dev.syncline.connector;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What should be true in the target afterwards. Repeating a change must be harmless: a connector answers {@link Outcome.Done}
 * when the target is already as the change wants it.
 *
 * @param taskId the task this change belongs to; stable over attempts, so it serves as idempotency key
 * @param action what to do
 * @param objectType what kind of object
 * @param name the object's name as it should be in the target (an account's login name)
 * @param remoteId the target's own id, once it is known
 * @param attributes target attribute (as the application's mapping names it) to value: String, Long, Double, Boolean, a
 *     List of these, or null to clear the attribute. In the mapping's order.
 * @param secretAttributes those of the attributes whose values must never be seen (passwords)
 * @param bind permissions the account should hold from now on
 * @param unbind permissions the account should no longer hold
 * @param place where the object belongs; empty when the change does not say, and then it stays where it is, a new one at the top
 * @param members the target's ids of all accounts a group has from now on; empty when the change does not say
 * @param callbackUrl where the target may answer later; empty when the application is not in callback mode
 */
public record Change(
        UUID taskId,
        Action action,
        ObjectType objectType,
        String name,
        Optional<String> remoteId,
        Map<String, Object> attributes,
        Set<String> secretAttributes,
        List<PermissionRef> bind,
        List<PermissionRef> unbind,
        Optional<Place> place,
        Optional<List<String>> members,
        Optional<String> callbackUrl) {

    /**
     * In an organization, or at the top.
     *
     * @param organization the target's id of the organization; empty for the top
     */
    public record Place(Optional<String> organization) {

        public static final Place TOP = new Place(Optional.empty());

        public static Place in(String organization) {
            return new Place(Optional.of(organization));
        }
    }

    public Change {
        Objects.requireNonNull(taskId);
        Objects.requireNonNull(action);
        Objects.requireNonNull(objectType);
        Objects.requireNonNull(name);
        Objects.requireNonNull(remoteId);
        // Map.copyOf refuses null values, and a null value means "clear it".
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        secretAttributes = Set.copyOf(secretAttributes);
        bind = List.copyOf(bind);
        unbind = List.copyOf(unbind);
        Objects.requireNonNull(place);
        members = members.map(List::copyOf);
        Objects.requireNonNull(callbackUrl);
    }

    /** A change that says nothing of places and members. */
    public Change(
            UUID taskId,
            Action action,
            ObjectType objectType,
            String name,
            Optional<String> remoteId,
            Map<String, Object> attributes,
            Set<String> secretAttributes,
            List<PermissionRef> bind,
            List<PermissionRef> unbind,
            Optional<String> callbackUrl) {
        this(taskId, action, objectType, name, remoteId, attributes, secretAttributes, bind, unbind, Optional.empty(), Optional.empty(),
                callbackUrl);
    }
}
