package dev.syncline.openid;

import dev.syncline.journal.Actor;
import org.jspecify.annotations.Nullable;

/** How a sign-in at the provider ended. */
sealed interface Outcome {

    /** @param returnTo path of the console to go on to; null for its start */
    record SignedIn(String cookie, @Nullable String returnTo, Actor who) implements Outcome {}

    /** @param name of the person, as the provider says it; null when it is not known */
    record Refused(Refusal why, @Nullable String name) implements Outcome {

        static Refused unknown(Refusal why) {
            return new Refused(why, null);
        }
    }
}
