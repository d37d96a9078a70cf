package dev.syncline.notification;

import dev.syncline.delivery.Message;
import java.time.Instant;

/** Whether something is to be told of an alert now. Pure: it follows from the alert, its rule and the time. */
sealed interface Telling {

    record Tell(Message.Type type) implements Telling {}

    /** Not now, perhaps later. */
    record Wait() implements Telling {}

    /** Nothing more, ever. */
    record Done() implements Telling {}

    /** @param again whether the same has become so again meanwhile, as another alert */
    static Telling of(Alert alert, Rule rule, boolean again, Instant now) {
        if (!alert.isOpen() && (alert.told() == 0 || !rule.tellWhenOver() || again)) {
            return new Done();
        }
        if (rule.isSilent(now)) {
            return new Wait();
        }
        if (!alert.isOpen()) {
            return new Tell(Message.Type.OVER);
        }
        Instant told = alert.toldAt();
        if (told == null) {
            return new Tell(Message.Type.OPENED);
        }
        boolean still = !alert.isSeenTo() && rule.repeats(told, now);
        return still ? new Tell(Message.Type.STILL) : new Wait();
    }
}
