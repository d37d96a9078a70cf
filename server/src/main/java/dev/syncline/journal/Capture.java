package dev.syncline.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.connector.WireRequest;
import dev.syncline.connector.WireResponse;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes messages of one attempt ready for storage: redacts them first, then cuts and encodes what is left. The stored form is
 * {@code {"headers": {...}, "body": "...", "masked": [...]}}; the last, which says by what rules something was masked, only if there is one.
 */
public final class Capture {

    private record Content(Map<String, List<String>> headers, String body, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MaskedBy> masked) {}

    private final UUID taskId;
    private final int attempt;
    private final Redactor redactor;
    private final CaptureLimits limits;
    private final WireBodies bodies;
    private final JsonMapper json;

    /** Bodies are stored in clear. */
    public Capture(UUID taskId, int attempt, Redactor redactor, CaptureLimits limits, JsonMapper json) {
        this(taskId, attempt, redactor, limits, WireBodies.CLEAR, json);
    }

    public Capture(UUID taskId, int attempt, Redactor redactor, CaptureLimits limits, WireBodies bodies, JsonMapper json) {
        this.bodies = bodies;
        this.taskId = taskId;
        this.attempt = attempt;
        this.redactor = redactor;
        this.limits = limits;
        this.json = json;
    }

    public WireMessage request(int seq, Instant at, WireRequest request) {
        Set<MaskedBy> why = new LinkedHashSet<>();
        return message(seq, WireMessage.Kind.REQUEST, at, request.protocol(), request.operation(), redactor.text(request.target(), why), null,
                request.headers(), request.body(), why);
    }

    public WireMessage response(int seq, Instant at, WireResponse response) {
        Set<MaskedBy> why = new LinkedHashSet<>();
        return message(seq, WireMessage.Kind.RESPONSE, at, null, null, null, redactor.text(response.status(), why), response.headers(),
                response.body(), why);
    }

    public WireMessage broken(int seq, Instant at, String what) {
        Set<MaskedBy> why = new LinkedHashSet<>();
        return message(seq, WireMessage.Kind.BROKEN, at, null, null, null, null, Map.of(), what, why);
    }

    private WireMessage message(int seq, WireMessage.Kind kind, Instant at, @Nullable String protocol, @Nullable String operation, @Nullable String target,
            @Nullable String status, Map<String, List<String>> headers, String body, Set<MaskedBy> why) {
        // PostgreSQL text cannot hold a NUL, and a target may well send one.
        String redacted = kind == WireMessage.Kind.BROKEN ? redactor.text(body, why) : redactor.body(body, why);
        String clean = redacted.replace('\u0000', '\uFFFD');
        int kept = Math.min(clean.length(), limits.maxBody());
        Content content = new Content(redactor.headers(headers, why), clean.substring(0, kept), List.copyOf(why));
        return new WireMessage(taskId, attempt, seq, kind, at, protocol, operation, clean(target), clean(status), bodies.codec(),
                bodies.encode(taskId, json.writeValueAsString(content)), clean.length(), clean.length() - kept);
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null ? null : text.replace('\u0000', '\uFFFD');
    }
}
