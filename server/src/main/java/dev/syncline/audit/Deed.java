package dev.syncline.audit;

import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act that is no request of its own.
 *
 * @param actor null when nobody is known
 * @param act stable code, words in dots: "payloads.reveal". The console has words for each in its audit texts
 * @param before null for nothing; members that did not change are left out
 * @param after null for nothing
 * @param code of a refusal; null for none
 */
public record Deed(@Nullable Actor actor, String act, Subject subject, @Nullable UUID applicationId, @Nullable String reason,
        @Nullable Object before, @Nullable Object after, Outcome outcome, @Nullable String code) {

    public Deed {
        Objects.requireNonNull(act);
        Objects.requireNonNull(outcome);
    }

    public static Deed done(Actor actor, String act, Subject subject) {
        return new Deed(actor, act, subject, null, null, null, null, Outcome.DONE, null);
    }

    public static Deed refused(@Nullable Actor actor, String act, Subject subject, ErrorCode code) {
        return new Deed(actor, act, subject, null, null, null, null, Outcome.REFUSED, code.name());
    }

    public Deed because(String words) {
        return new Deed(actor, act, subject, applicationId, words, before, after, outcome, code);
    }

    public Deed inApplication(UUID application) {
        return new Deed(actor, act, subject, application, reason, before, after, outcome, code);
    }

    public Deed changing(Object from, Object to) {
        return new Deed(actor, act, subject, applicationId, reason, from, to, outcome, code);
    }
}
