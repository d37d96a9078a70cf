package dev.syncline.delivery;

import dev.syncline.connector.Outcome;
import dev.syncline.journal.Redactor;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;

/**
 * What became of one try.
 *
 * @param words a sentence or two for an administrator, without secrets
 * @param pause how long the receiver asks to be left alone; zero when it does not
 */
record Receipt(boolean sent, String words, Duration pause) {

    private static final int LONGEST = 600;

    static Receipt sent(String words) {
        return new Receipt(true, words, Duration.ZERO);
    }

    static Receipt failed(String words) {
        return new Receipt(false, words, Duration.ZERO);
    }

    static Receipt of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var _, var note) -> sent(note.orElse("The receiver took it."));
            case Outcome.Accepted _ -> sent("The receiver took it.");
            case Outcome.Refused(var _, String message) -> failed(message);
            case Outcome.Throttled(var pause, String message, var _) -> new Receipt(false, message, pause.orElse(Duration.ZERO));
            case Outcome.Unavailable(String message) -> failed(message);
            case Outcome.Unclear(String message) -> failed(message + " Whether it took the message is not known.");
            case Outcome.Invalid(String message) -> failed(message);
        };
    }

    /** A receiver may repeat what it was sent, in whatever form. */
    Receipt masked(Collection<String> secrets) {
        String clean = Objects.requireNonNull(new Redactor(secrets, Set.of()).text(words.replace('\0', '\uFFFD')), "there are words");
        return new Receipt(sent, clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean, pause);
    }
}
