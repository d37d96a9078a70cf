package dev.syncline.notification;

import dev.syncline.settings.PublicUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where in the console more can be seen, with the filter that shows it. */
@Component
class Links {

    private final PublicUrl here;

    Links(PublicUrl here) {
        this.here = here;
    }

    String to(Condition condition, @Nullable UUID applicationId, Facts facts, Instant at) {
        return here.of(path(condition, applicationId, facts, at));
    }

    String toAlerts() {
        return here.of("/notifications");
    }

    /** For who is in the console already. */
    static String path(Condition condition, @Nullable UUID applicationId, Facts facts, Instant at) {
        String application = "application=" + applicationId;
        return switch (condition) {
            case Condition.FailureShare share ->
                    "/log?view=all&status=FAILED&" + application + "&from=" + at.minus(Duration.ofMinutes(share.minutes()));
            case Condition.BacklogAge _ -> "/log?view=all&order=oldest&status=QUEUED&status=RUNNING&" + application;
            case Condition.NoActivity _ -> "/log?view=all&" + application;
            case Condition.Held held -> "/log?" + application + cause(facts) + switch (held.whichOnes()) {
                case ALL -> "";
                case REMOVALS -> "&action=DELETE&action=DISABLE";
            };
            case Condition.RunHeld _ -> facts.heldRun().path();
        };
    }

    private static String cause(Facts facts) {
        return facts.group() == null ? "&failureKind=" + facts.failureKind() : "&failureGroup=" + facts.group().id();
    }
}
