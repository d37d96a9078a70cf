package dev.syncline.bulk;

import dev.syncline.identity.User;
import dev.syncline.identity.UserData;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of a user, asked for by user name. Null asks for nothing: what is there stays. An empty text clears.
 *
 * @param action left out, {@link Action#SAVE}
 * @param newUserName the user name from now on, for one who is there
 * @param organization code of the organization
 * @param manager user name of the manager
 * @param attributes further attributes to set; null as a value removes one
 */
record UserEntry(
        Action action,
        String userName,
        @Nullable String newUserName,
        @Nullable String displayName,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String employeeNumber,
        @Nullable String organization,
        @Nullable String manager,
        Map<String, Object> attributes) {

    enum Action {
        /** Create the user, or update who is there. */
        SAVE,
        CREATE,
        UPDATE,
        ENABLE,
        DISABLE,
        DELETE;

        /** Whether the other values of the entry count. */
        boolean writes() {
            return switch (this) {
                case SAVE, CREATE, UPDATE -> true;
                case ENABLE, DISABLE, DELETE -> false;
            };
        }

        static Optional<Action> of(@Nullable String word) {
            for (Action action : values()) {
                if (action.name().equalsIgnoreCase(word)) {
                    return Optional.of(action);
                }
            }
            return Optional.empty();
        }
    }

    UserEntry {
        action = action == null ? Action.SAVE : action;
        userName = userName == null ? "" : userName.strip();
        newUserName = newUserName == null || newUserName.isBlank() ? null : newUserName.strip();
        organization = organization == null ? null : organization.strip();
        manager = manager == null ? null : manager.strip();
        attributes = attributes == null ? Map.of() : attributes;
    }

    /** @param values a row of a file by column; its action is one that is known */
    static UserEntry of(Map<String, String> values) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        values.forEach((column, value) -> {
            if (column.startsWith(Columns.USER_ATTRIBUTE)) {
                attributes.put(column.substring(Columns.USER_ATTRIBUTE.length()), value.isEmpty() ? null : value);
            }
        });
        return new UserEntry(Action.of(values.get(Columns.ACTION)).orElse(Action.SAVE), values.getOrDefault(Columns.USER_NAME, ""),
                values.get(Columns.NEW_USER_NAME), values.get("displayName"), values.get("givenName"), values.get("familyName"), values.get("email"), values.get("phone"),
                values.get("employeeNumber"), values.get(Columns.ORGANIZATION), values.get(Columns.MANAGER), attributes);
    }

    /** The same as a row of a file would have it. */
    Map<String, Object> columns() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put(Columns.ACTION, action.name());
        columns.put(Columns.USER_NAME, userName);
        columns.put(Columns.NEW_USER_NAME, newUserName);
        columns.put("displayName", displayName);
        columns.put("givenName", givenName);
        columns.put("familyName", familyName);
        columns.put("email", email);
        columns.put("phone", phone);
        columns.put("employeeNumber", employeeNumber);
        columns.put(Columns.ORGANIZATION, organization);
        columns.put(Columns.MANAGER, manager);
        attributes.forEach((name, value) -> columns.put(Columns.USER_ATTRIBUTE + name, value));
        columns.values().removeIf(value -> value == null);
        return columns;
    }

    /** The user name as names are compared. */
    String key() {
        return key(userName);
    }

    /** Empty when the user keeps the name. */
    Optional<String> newKey() {
        return Optional.ofNullable(newUserName).map(UserEntry::key);
    }

    /** For sentences: the new name and the manager as they were written, "" for none. */
    String newName() {
        return Objects.requireNonNullElse(newUserName, "");
    }

    String managerName() {
        return Objects.requireNonNullElse(manager, "");
    }

    /** Empty when none is named. */
    Optional<String> managerKey() {
        return manager == null || manager.isEmpty() ? Optional.empty() : Optional.of(key(manager));
    }

    Optional<String> organizationCode() {
        return organization == null || organization.isEmpty() ? Optional.empty() : Optional.of(organization);
    }

    static String key(String userName) {
        return userName.toLowerCase(Locale.ROOT);
    }

    /**
     * The user as the entry wants it.
     *
     * @param there the user as it is; null when there is none
     * @param organizationId of the organization the entry names
     * @param managerId of the manager the entry names
     */
    UserData data(@Nullable User there, @Nullable UUID organizationId, @Nullable UUID managerId) {
        Map<String, Object> all = new LinkedHashMap<>(there == null ? Map.of() : there.attributes());
        all.putAll(attributes);
        all.values().removeIf(value -> value == null);
        return new UserData(
                newUserName != null ? newUserName : there == null ? userName : there.userName(),
                or(displayName, there == null ? null : there.displayName()),
                or(givenName, there == null ? null : there.givenName()),
                or(familyName, there == null ? null : there.familyName()),
                or(email, there == null ? null : there.email()),
                or(phone, there == null ? null : there.phone()),
                or(employeeNumber, there == null ? null : there.employeeNumber()),
                organization == null && there != null ? there.organizationId() : organizationId,
                manager == null && there != null ? there.managerId() : managerId,
                all);
    }

    private static @Nullable String or(@Nullable String wanted, @Nullable String otherwise) {
        return wanted == null ? otherwise : wanted;
    }
}
