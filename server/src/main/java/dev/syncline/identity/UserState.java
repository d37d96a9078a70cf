package dev.syncline.identity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a user is to be, all at once: one change of the user, not two.
 *
 * @param status null to leave it as it is (of a new user: ENABLED)
 */
public record UserState(UserData data, User.@Nullable Status status) {

    public UserState {
        Objects.requireNonNull(data);
    }

    boolean sameAs(User user) {
        return data.sameAs(user) && (status == null || status == user.status());
    }
}
