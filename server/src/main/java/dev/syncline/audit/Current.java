package dev.syncline.audit;

import dev.syncline.journal.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The entry of the request under way, while it becomes known what it is about. One request, one thread. */
final class Current {

    private static final String NAME = Current.class.getName();

    final Intent intent;
    final Set<String> secrets = new LinkedHashSet<>();
    @Nullable Subject subject;
    @Nullable Actor actor;
    @Nullable UUID applicationId;
    @Nullable String reason;
    @Nullable String code;
    @Nullable JsonNode before;
    @Nullable JsonNode after;
    /** A feature has said what was before and after: nobody need look. */
    boolean told;

    Current(Intent intent) {
        this.intent = intent;
        this.subject = intent.subject();
    }

    void isOf(HttpServletRequest request) {
        request.setAttribute(NAME, this);
    }

    /** Null when the request is not on record. */
    static @Nullable Current of(HttpServletRequest request) {
        return (Current) request.getAttribute(NAME);
    }
}
