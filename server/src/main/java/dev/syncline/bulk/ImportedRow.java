package dev.syncline.bulk;

import static dev.syncline.bulk.Columns.ATTRIBUTE;
import static dev.syncline.bulk.Columns.USER_ATTRIBUTE;

import dev.syncline.identity.User;
import dev.syncline.identity.UserData;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a row of an import asks for. An empty cell asks for nothing: what is there stays. An empty text as a value clears it. */
record ImportedRow(Map<String, String> values) {

    String userName() {
        return values.getOrDefault(Columns.USER_NAME, "");
    }

    /** Null when it is not given, or cleared. */
    @Nullable String organizationCode() {
        return clears(Columns.ORGANIZATION) ? null : values.get(Columns.ORGANIZATION);
    }

    boolean clears(String column) {
        return "".equals(values.get(column));
    }

    /** Null when it is not given. */
    @Nullable String accountName() {
        return values.get(Columns.ACCOUNT);
    }

    List<String> permissionNames() {
        return Arrays.stream(values.getOrDefault(Columns.PERMISSIONS, "").split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Values for the target, laid over what the mappings give. */
    Map<String, Object> attributes() {
        return prefixed(ATTRIBUTE);
    }

    /**
     * The user as the row wants it.
     *
     * @param there the user as it is; null when there is none
     * @param organizationId null when the row names none
     */
    UserData user(@Nullable User there, @Nullable UUID organizationId) {
        Map<String, Object> attributes = new LinkedHashMap<>(there == null ? Map.of() : there.attributes());
        attributes.putAll(prefixed(USER_ATTRIBUTE));
        attributes.values().removeIf(value -> value == null);
        return new UserData(
                there == null ? userName() : there.userName(),
                or("displayName", there == null ? null : there.displayName()),
                or("givenName", there == null ? null : there.givenName()),
                or("familyName", there == null ? null : there.familyName()),
                or("email", there == null ? null : there.email()),
                or("phone", there == null ? null : there.phone()),
                or("employeeNumber", there == null ? null : there.employeeNumber()),
                organizationId == null && there != null && !clears(Columns.ORGANIZATION) ? there.organizationId() : organizationId,
                there == null ? null : there.managerId(),
                attributes);
    }

    private @Nullable String or(String column, @Nullable String otherwise) {
        return values.getOrDefault(column, otherwise);
    }

    private Map<String, Object> prefixed(String prefix) {
        Map<String, Object> found = new LinkedHashMap<>();
        values.forEach((column, value) -> {
            if (column.startsWith(prefix)) {
                found.put(column.substring(prefix.length()), value.isEmpty() ? null : value);
            }
        });
        return found;
    }

    /** Values may be secret. */
    @Override
    public String toString() {
        return "ImportedRow" + values.keySet();
    }
}
