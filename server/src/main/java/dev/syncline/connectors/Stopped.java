package dev.syncline.connectors;

import dev.syncline.connector.Outcome;

/**
 * Ends an attempt of several exchanges early, so that a connector's flow reads as the list of its steps. Thrown and caught
 * inside one connector; what leaves it is the outcome.
 */
public final class Stopped extends Exception {

    private final transient Outcome outcome;

    public Stopped(Outcome outcome) {
        super(null, null, false, false);
        this.outcome = outcome;
    }

    public static Stopped refused(String code, String message) {
        return new Stopped(new Outcome.Refused(code, message));
    }

    public static Stopped invalid(String message) {
        return new Stopped(new Outcome.Invalid(message));
    }

    /** What the outcome says. */
    public String sentence() {
        return switch (outcome) {
            case Outcome.Refused(var _, String message) -> message;
            case Outcome.Throttled(var _, String message, var _) -> message;
            case Outcome.Unavailable(String message) -> message;
            case Outcome.Unclear(String message) -> message;
            case Outcome.Invalid(String message) -> message;
            case Outcome.Done(var _, var note) -> note.orElse("It is done.");
            case Outcome.Accepted _ -> "It is accepted.";
        };
    }

    public Outcome outcome() {
        return outcome;
    }
}
