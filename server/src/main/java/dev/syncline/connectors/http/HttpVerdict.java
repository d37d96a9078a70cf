package dev.syncline.connectors.http;

import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a status that is no success means for the task.
 *
 * <p>A 500 says that the target failed while it worked on the request: what it had done by then is not known. 502, 503 and 504
 * come from in front of the application, 408 and 425 before it began: nothing was done.
 */
public final class HttpVerdict {

    private final InstantSource clock;

    public HttpVerdict(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The outcome of an answer that is not wanted.
     *
     * @param what was tried, as the beginning of a sentence: "Creating ada"
     */
    public Stopped failed(HttpReply reply, String what) {
        return new Stopped(outcome(reply, what));
    }

    /** How long the target asks to wait; empty when it names no time. */
    public Optional<Duration> pause(HttpReply reply) {
        return RetryAfter.of(reply, clock);
    }

    private Outcome outcome(HttpReply reply, String what) {
        int status = reply.status();
        String sentence = what + " failed. The target answered " + status + said(reply);
        String code = Integer.toString(status);
        if (status == 429 || status == 503 && reply.header("Retry-After").isPresent()) {
            return new Outcome.Throttled(pause(reply), sentence);
        }
        if (status / 100 == 3) {
            return new Outcome.Refused(code, redirected(reply, sentence));
        }
        return switch (status) {
            case 408, 425, 502, 503, 504 -> new Outcome.Unavailable(sentence);
            case 501, 505 -> new Outcome.Refused(code, sentence);
            default -> status >= 500 ? new Outcome.Unclear(sentence) : new Outcome.Refused(code, sentence);
        };
    }

    private static String redirected(HttpReply reply, String sentence) {
        return sentence + " It redirects to " + reply.header("Location").orElse("nowhere")
                + ", which is never followed: put the final address into the connection's URL.";
    }

    private static String said(HttpReply reply) {
        return ErrorText.of(reply.body()).map(text -> ": " + text).orElse("")
                + (reply.status() == 401 || reply.status() == 403 ? " (check the connection's credentials and their rights)" : "")
                + ".";
    }
}
