package dev.syncline.identity;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about a user when it is created or edited. Texts are stripped, empty ones become null.
 *
 * @param displayName when absent, made from the other names
 * @param managerId the user who approves for this one
 */
public record UserData(
        @Nullable String userName,
        @Nullable String displayName,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String employeeNumber,
        @Nullable UUID organizationId,
        @Nullable UUID managerId,
        Map<String, Object> attributes) {

    public UserData {
        userName = tidy(userName);
        givenName = tidy(givenName);
        familyName = tidy(familyName);
        email = tidy(email);
        phone = tidy(phone);
        employeeNumber = tidy(employeeNumber);
        displayName = tidy(displayName) == null ? nameFrom(givenName, familyName, userName) : tidy(displayName);
        attributes = Collections.unmodifiableMap(attributes == null ? new LinkedHashMap<>() : new LinkedHashMap<>(attributes));
    }

    /** Without a manager. */
    public UserData(@Nullable String userName, @Nullable String displayName, @Nullable String givenName, @Nullable String familyName,
            @Nullable String email, @Nullable String phone, @Nullable String employeeNumber, @Nullable UUID organizationId,
            Map<String, Object> attributes) {
        this(userName, displayName, givenName, familyName, email, phone, employeeNumber, organizationId, null, attributes);
    }

    /** The same when nothing that is stored differs. */
    public boolean sameAs(User user) {
        return equals(of(user));
    }

    public static UserData of(User user) {
        return new UserData(user.userName(), user.displayName(), user.givenName(), user.familyName(), user.email(), user.phone(),
                user.employeeNumber(), user.organizationId(), user.managerId(), user.attributes());
    }

    /** The user that has these data, which must have been checked. */
    public User user(UUID id, User.Status status, List<String> groups, int version, Instant createdAt, Instant updatedAt) {
        String name = Objects.requireNonNull(userName, "a user name is what is checked first");
        String shown = Objects.requireNonNull(displayName, "it is made from the user name where there is no other");
        return new User(id, name, shown, givenName, familyName, email, phone, employeeNumber, organizationId, managerId, status, attributes,
                groups, version, createdAt, updatedAt);
    }

    private static @Nullable String nameFrom(@Nullable String givenName, @Nullable String familyName, @Nullable String userName) {
        if (givenName == null && familyName == null) {
            return userName;
        }
        return ((givenName == null ? "" : givenName) + " " + (familyName == null ? "" : familyName)).strip();
    }

    private static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
