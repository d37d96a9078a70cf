package dev.syncline.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is so now.
 *
 * @param applicationId null when it is not about one
 * @param cause what makes it another one than its neighbours in the same application; empty where there is one for each application
 */
record Finding(@Nullable UUID applicationId, @Nullable String applicationName, String cause, Facts facts) {

    record Key(@Nullable UUID applicationId, String cause) {}

    Finding saying(@Nullable String words) {
        return new Finding(applicationId, applicationName, cause, facts.saying(words));
    }

    Key key() {
        return new Key(applicationId, cause);
    }
}
