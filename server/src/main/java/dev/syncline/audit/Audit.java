package dev.syncline.audit;

import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * How features tell the audit what only they know. A request that changes something is on record before its endpoint runs, with what the
 * object's own GET says before and after; these calls add to that entry. Outside of such a request they do nothing, so that what is called
 * from several places may say it everywhere. What is no request of its own is told with {@link #record}.
 */
@Component
public class Audit {

    private final AuditWriter writer;
    private final Differences differences;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    Audit(AuditWriter writer, Differences differences, JsonMapper json, Ids ids, Clock clock) {
        this.writer = writer;
        this.differences = differences;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the act is about: "application", its id, its name. */
    public void about(String type, Object id, @Nullable String name) {
        add(entry -> entry.subject = Subject.of(type, id, name));
    }

    /** The application it concerns, by whose period of retention it is kept. */
    public void inApplication(UUID id) {
        add(entry -> entry.applicationId = id);
    }

    /** The reason a person gave. */
    public void because(String reason) {
        add(entry -> entry.reason = reason);
    }

    /** Who it turned out to be: at a sign-in nobody is known before. */
    public void by(Actor actor) {
        add(entry -> entry.actor = actor);
    }

    /**
     * What was and what is, in place of what the object's GET says. Either may be null. Members with equal values are left out, and secrets by
     * name masked; hand in what the API answers, or a map of what matters.
     */
    public void changed(@Nullable Object before, Object after) {
        add(entry -> {
            entry.before = before == null ? null : json.valueToTree(before);
            entry.after = after == null ? null : json.valueToTree(after);
            entry.told = true;
        });
    }

    /** A secret was set, replaced or removed. Its name is kept, never its value. */
    public void secretChanged(String name) {
        add(entry -> entry.secrets.add(name));
    }

    private static void add(Consumer<Current> what) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            Current entry = Current.of(attributes.getRequest());
            if (entry != null) {
                what.accept(entry);
            }
        }
    }

    /**
     * Puts an act on record that is no request of its own: a reveal within a read, a sign-in through an identity provider, something the
     * server decides. Durable when this returns, also when the caller's transaction is rolled back: call it before the thing is done.
     */
    public void record(Deed deed) {
        UUID id = ids.next();
        Whence whence = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Whence.of(attributes.getRequest()) : Whence.INSIDE;
        writer.begin(new Intent(id, clock.instant(), deed.actor(), deed.act(), deed.subject(), whence));
        Differences.Texts texts = differences.of(deed.before() == null ? null : json.valueToTree(deed.before()),
                deed.after() == null ? null : json.valueToTree(deed.after()));
        writer.end(new Ending(id, clock.instant(), deed.outcome(), deed.code(), null, null, null, deed.applicationId(), deed.reason(),
                texts.before(), texts.after(), 1));
    }
}
