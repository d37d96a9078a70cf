package dev.syncline.samples;

import java.time.Duration;
import java.util.Map;

/** One way a sample target misbehaves instead of doing what it was asked. */
public sealed interface Fault {

    /**
     * Answers with this status and does nothing.
     *
     * @param code HTTP status, or LDAP result code
     */
    record Status(int code, Map<String, String> headers) implements Fault {
        public Status(int code) {
            this(code, Map.of());
        }
    }

    /** Answers with this status and this text, which is or pretends to be JSON, and does nothing. */
    record Answer(int code, String body) implements Fault {}

    /** Waits, then does what it was asked. */
    record Delay(Duration by) implements Fault {}

    /** Closes the connection without an answer and does nothing. */
    record Drop() implements Fault {}

    /** Does what it was asked, then closes the connection without an answer. */
    record DropAfterwards() implements Fault {}

    /** Answers 200 with text that is no JSON. */
    record Garbage() implements Fault {}

    /** Answers 302. */
    record Redirect(String location) implements Fault {}

    /** Answers 200 with this many bytes. */
    record Flood(int bytes) implements Fault {}
}
