package dev.syncline.lifecycle;

import dev.syncline.identity.Organization;
import dev.syncline.identity.User;
import dev.syncline.identity.UserChange;
import dev.syncline.lifecycle.HistoryEntry.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The values of a user that a change made different, with names in the place of ids where they are known.
 *
 * @param organizations by id
 * @param managers by id
 */
record UserDifferences(Map<UUID, Organization> organizations, Map<UUID, User> managers) {

    List<Difference> of(UserChange change) {
        Map<String, Object> before = change.before() == null ? Map.of() : fields(change.before());
        Map<String, Object> after = fields(change.after());
        List<Difference> differences = new ArrayList<>();
        after.forEach((field, value) -> compare(field, before.get(field), value, differences));
        Map<String, Object> had = change.before() == null ? Map.of() : change.before().attributes();
        Map<String, Object> has = change.after().attributes();
        TreeSet<String> names = new TreeSet<>(had.keySet());
        names.addAll(has.keySet());
        names.forEach(name -> compare("attributes." + name, had.get(name), has.get(name), differences));
        return differences;
    }

    private static void compare(String field, @Nullable Object before, @Nullable Object after, List<Difference> differences) {
        if (!Objects.equals(before, after)) {
            differences.add(new Difference(field, before, after));
        }
    }

    private Map<String, Object> fields(User user) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("userName", user.userName());
        fields.put("displayName", user.displayName());
        fields.put("givenName", user.givenName());
        fields.put("familyName", user.familyName());
        fields.put("email", user.email());
        fields.put("phone", user.phone());
        fields.put("employeeNumber", user.employeeNumber());
        fields.put("organization", organization(user.organizationId()));
        fields.put("manager", manager(user.managerId()));
        fields.put("status", user.status().name());
        // Null in what was kept before there were groups.
        fields.put("groups", user.groups() == null || user.groups().isEmpty() ? null : user.groups());
        return fields;
    }

    private @Nullable String organization(@Nullable UUID id) {
        Organization organization = id == null ? null : organizations.get(id);
        return organization == null ? Objects.toString(id, null) : organization.name();
    }

    private @Nullable String manager(@Nullable UUID id) {
        User manager = id == null ? null : managers.get(id);
        return manager == null ? Objects.toString(id, null) : manager.displayName();
    }
}
