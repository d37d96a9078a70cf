package dev.syncline.callback;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a target says in a callback: {@code {"status": "succeeded" | "failed", "remoteId"?, "message"?}}. Further properties are left
 * alone: targets have their own envelopes.
 *
 * @param remoteId the target's id of the object; null when it says none
 * @param message null when it says none
 */
record Answer(boolean succeeded, @Nullable String remoteId, @Nullable String message) {

    private static final int LONGEST_REMOTE_ID = 1024;
    private static final int LONGEST_MESSAGE = 4000;

    /** Either an answer, or why it is none. */
    sealed interface Parsed {

        record Good(Answer answer) implements Parsed {}

        record Bad(String why) implements Parsed {}
    }

    static Parsed parse(JsonMapper json, byte[] body) {
        JsonNode root;
        try {
            root = json.readTree(body);
        } catch (JacksonException e) {
            return new Parsed.Bad("The body is not JSON.");
        }
        if (!root.isObject()) {
            return new Parsed.Bad("The body must be a JSON object.");
        }
        return text(root, "status")
                .<Parsed>map(status -> switch (status) {
                    case "succeeded", "failed" -> rest(root, status.equals("succeeded"));
                    default -> new Parsed.Bad("The property \"status\" must be \"succeeded\" or \"failed\".");
                })
                .orElse(new Parsed.Bad("The property \"status\" must be \"succeeded\" or \"failed\"."));
    }

    private static Parsed rest(JsonNode root, boolean succeeded) {
        if (!isTextOrAbsent(root, "remoteId") || !isTextOrAbsent(root, "message")) {
            return new Parsed.Bad("The properties \"remoteId\" and \"message\" must be texts.");
        }
        String remoteId = text(root, "remoteId").orElse(null);
        if (remoteId != null && remoteId.length() > LONGEST_REMOTE_ID) {
            return new Parsed.Bad("The property \"remoteId\" is longer than " + LONGEST_REMOTE_ID + " characters.");
        }
        return new Parsed.Good(new Answer(succeeded, remoteId, text(root, "message").map(Answer::cut).orElse(null)));
    }

    private static boolean isTextOrAbsent(JsonNode root, String name) {
        JsonNode value = root.get(name);
        return value == null || value.isNull() || value.isString();
    }

    private static Optional<String> text(JsonNode root, String name) {
        JsonNode value = root.get(name);
        // PostgreSQL text cannot hold a NUL, and a target may well send one.
        return value != null && value.isString() && !value.stringValue().isBlank()
                ? Optional.of(value.stringValue().replace('\u0000', '\uFFFD'))
                : Optional.empty();
    }

    private static String cut(String message) {
        return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
    }
}
