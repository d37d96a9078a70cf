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

    public Outcome outcome() {
        return outcome;
    }
}
