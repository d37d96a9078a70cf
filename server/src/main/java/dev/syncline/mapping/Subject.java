package dev.syncline.mapping;

import dev.syncline.identity.Group;
import dev.syncline.identity.Organization;
import dev.syncline.identity.User;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an expression can see: every known name is there, null where the user has no value. */
public final class Subject {

    private final Map<String, Object> user;
    private final Map<String, Object> organization;
    private final Map<String, Object> group;
    private final Map<String, Object> account;

    private Subject(Map<String, Object> user, Map<String, Object> organization, Map<String, Object> group, Map<String, Object> account) {
        this.user = user;
        this.organization = organization;
        this.group = group;
        this.account = account;
    }

    /** @param organization null when the user has none */
    public static Subject of(User user, @Nullable Organization organization) {
        return new Subject(describe(user), describe(organization), Map.of(), accountNamed(null));
    }

    /**
     * An organization itself: {@code organization.parent} is the code of the one it is below, null for none.
     *
     * @param parent null for none
     */
    public static Subject of(Organization organization, @Nullable Organization parent) {
        Map<String, Object> fields = new LinkedHashMap<>(describe(organization));
        fields.put("parent", parent == null ? null : parent.code());
        return new Subject(Map.of(), Values.fields(fields), Map.of(), accountNamed(null));
    }

    /** A group of users itself. */
    public static Subject of(Group group) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", group.id().toString());
        fields.put("name", group.name());
        fields.put("description", group.description());
        fields.put("externalId", group.externalId());
        return new Subject(Map.of(), Map.of(), Values.fields(fields), accountNamed(null));
    }

    /** The same subject once its account has a name. */
    public Subject withAccountName(@Nullable String name) {
        return new Subject(user, organization, group, accountNamed(name));
    }

    boolean hasAttributes(Set<String> names) {
        return names.isEmpty() || user.get("attributes") instanceof Map<?, ?> attributes && attributes.keySet().containsAll(names);
    }

    Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("user", user);
        variables.put("organization", organization);
        variables.put("group", group);
        variables.put("account", account);
        return variables;
    }

    private static Map<String, Object> describe(User user) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", user.id().toString());
        fields.put("userName", user.userName());
        fields.put("displayName", user.displayName());
        fields.put("givenName", user.givenName());
        fields.put("familyName", user.familyName());
        fields.put("email", user.email());
        fields.put("phone", user.phone());
        fields.put("employeeNumber", user.employeeNumber());
        fields.put("status", user.status().name());
        fields.put("attributes", user.attributes());
        fields.put("groups", user.groups());
        return Values.fields(fields);
    }

    private static Map<String, Object> describe(@Nullable Organization organization) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", organization == null ? null : organization.id().toString());
        fields.put("code", organization == null ? null : organization.code());
        fields.put("name", organization == null ? null : organization.name());
        return Values.fields(fields);
    }

    private static Map<String, Object> accountNamed(@Nullable String name) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("name", name);
        return Values.fields(fields);
    }
}
