package dev.syncline.retention;

import dev.syncline.integrity.Expiring.What;
import dev.syncline.problem.ProblemException;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days after which a whole month is given up; null keeps for ever.
 *
 * @param applicationId null for what holds everywhere else
 */
record Period(@Nullable UUID applicationId, @Nullable Integer payloadDays, @Nullable Integer taskDays, @Nullable Integer auditDays) {

    private static final int LONGEST = 36_500;

    static final Period FOR_EVER = new Period(null, null, null, null);

    @Nullable Integer days(What what) {
        return switch (what) {
            case PAYLOADS -> payloadDays;
            case TASKS -> taskDays;
            case AUDIT -> auditDays;
        };
    }

    /** @throws ProblemException INVALID_INPUT */
    Period checked() {
        if (Stream.of(payloadDays, taskDays, auditDays).anyMatch(days -> days != null && (days < 1 || days > LONGEST))) {
            throw ProblemException.invalid("taskDays", "A period has 1 to " + LONGEST + " days; leave it out to keep for ever.");
        }
        if (taskDays != null && (payloadDays == null || payloadDays > taskDays)) {
            throw ProblemException.invalid("payloadDays", "Payloads go with their tasks: payloadDays can be " + taskDays + " at most.");
        }
        return this;
    }
}
