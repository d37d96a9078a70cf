package dev.syncline.runner;

import dev.syncline.application.Target;
import dev.syncline.background.GroupWriter;
import dev.syncline.callback.CallbackUrls;
import dev.syncline.connector.Change;
import dev.syncline.connector.Outcome;
import dev.syncline.journal.Capture;
import dev.syncline.journal.CaptureLimits;
import dev.syncline.journal.Redactor;
import dev.syncline.journal.WireBodies;
import dev.syncline.journal.WireMessage;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Parameters;
import dev.syncline.task.Settlement;
import dev.syncline.task.Task;
import dev.syncline.task.TaskClaims.Claimed;
import dev.syncline.task.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** One attempt of one task: builds the change, lets the connector make it true, judges the outcome. Holds no transaction. */
final class Worker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    /** A value masked by rule is also masked where its name does not stand beside it, unless it is so short that it is anywhere. */
    private static final int SHORTEST_MASKED_VALUE = 4;

    /** Keeps that an application asked every caller to come back later. */
    interface Pausing {
        void pause(UUID application, Instant until, String reason);
    }

    private final OpenConnectors connectors;
    private final Gates gates;
    private final GroupWriter<List<WireMessage>> requests;
    private final CallbackUrls callbackUrls;
    private final Judge judge;
    private final Pausing pauses;
    private final References references;
    private final WireBodies bodies;
    private final JsonMapper json;
    private final Clock clock;

    Worker(OpenConnectors connectors, Gates gates, GroupWriter<List<WireMessage>> requests, CallbackUrls callbackUrls, Judge judge,
            Pausing pauses, References references, WireBodies bodies, JsonMapper json, Clock clock) {
        this.connectors = connectors;
        this.gates = gates;
        this.requests = requests;
        this.callbackUrls = callbackUrls;
        this.judge = judge;
        this.pauses = pauses;
        this.references = references;
        this.bodies = bodies;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param target null when the application is gone or its connector not installed
     * @param remoteId the target's id as known now; may be null
     * @throws NotRecordedException when the record could not be written; nothing is known to settle then
     */
    Settlement attempt(UUID runnerId, Claimed claimed, @Nullable Target target, String remoteId) {
        Task task = claimed.task();
        Instant started = clock.instant();
        if (task.invalid() != null) {
            return settlement(runnerId, task, started, "INVALID", new Verdict.Fail(FailureKind.INVALID, task.invalid()), List.of());
        }
        if (target == null) {
            String message = "The application " + task.applicationName() + " no longer exists, or its connector is not installed.";
            return settlement(runnerId, task, started, "INVALID", new Verdict.Fail(FailureKind.INVALID, message), List.of());
        }
        Redactor redactor = new Redactor(secrets(claimed, target), target.maskedAttributes());
        Capture capture = new Capture(task.id(), task.claims(), redactor, CaptureLimits.DEFAULT, bodies, json);
        Recorder recorder = new Recorder(capture, redactor, gates.of(target.id()), requests, clock);
        try {
            Outcome outcome = redacted(apply(claimed, target, remoteId, recorder), redactor);
            pauseIfThrottled(outcome, target);
            Verdict verdict = judge.judge(outcome, task, target, clock.instant());
            return settlement(runnerId, task, started, Judge.word(outcome), verdict, recorder.takeUnwritten());
        } catch (NotRecordedException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            recorder.close();
            // A bug of a connector may quote the value it choked on.
            log.error("The connector {} failed on task {}: {}", target.type().name(), task.id(), redactor.text(stackTrace(e)));
            Verdict verdict = new Verdict.Fail(FailureKind.INTERNAL,
                    shown("The connector failed: " + e.getClass().getSimpleName() + " " + e.getMessage(), redactor));
            return settlement(runnerId, task, started, "ERROR", verdict, recorder.takeUnwritten());
        } finally {
            recorder.close();
        }
    }

    private static String stackTrace(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private Outcome apply(Claimed claimed, Target target, String remoteId, Recorder recorder) {
        try (OpenConnectors.Lease lease = connectors.lease(target)) {
            Map<String, Object> attributes = new LinkedHashMap<>(claimed.task().parameters().attributes());
            References.Resolved resolved = references.resolve(claimed.task(), attributes, lease.connector(), recorder);
            return resolved.noted(
                    Enabling.apply(lease.connector(), change(claimed, target, remoteId, attributes, resolved), recorder));
        } catch (References.Unresolved e) {
            return e.outcome();
        } catch (IllegalArgumentException e) {
            return new Outcome.Invalid(e.getMessage() == null ? "The connection's settings cannot work." : e.getMessage());
        }
    }

    private Change change(Claimed claimed, Target target, String remoteId, Map<String, Object> attributes, References.Resolved resolved) {
        Task task = claimed.task();
        Parameters wanted = task.parameters();
        attributes.replaceAll((name, value) -> claimed.secrets().containsKey(name) ? claimed.secrets().get(name) : value);
        Optional<String> callback = target.callbackMode() ? Optional.of(callbackUrls.url(target.id(), task.id())) : Optional.empty();
        return new Change(task.id(), task.action(), task.objectType(), wanted.name(), Optional.ofNullable(remoteId), attributes,
                Set.copyOf(claimed.secrets().keySet()), wanted.bind(), wanted.unbind(), resolved.place(), resolved.members(), callback);
    }

    private void pauseIfThrottled(Outcome outcome, Target target) {
        if (outcome instanceof Outcome.Throttled throttled && throttled.reach() == Outcome.Throttled.Reach.TARGET) {
            pauses.pause(target.id(), clock.instant().plus(Judge.pause(throttled)), throttled.message());
        }
    }

    private static List<String> secrets(Claimed claimed, Target target) {
        List<String> secrets = new ArrayList<>(target.secretValues());
        secrets.addAll(claimed.secrets().values());
        Map<String, Object> attributes = claimed.task().parameters().attributes();
        target.maskedAttributes().stream().flatMap(name -> texts(attributes.get(name)))
                .filter(value -> value.length() >= SHORTEST_MASKED_VALUE).forEach(secrets::add);
        return secrets;
    }

    private static Stream<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case String text -> Stream.of(text);
            case Collection<?> all -> all.stream().flatMap(Worker::texts);
            default -> Stream.empty();
        };
    }

    /** A target may quote in its answer what it was sent. */
    private static Outcome redacted(Outcome outcome, Redactor redactor) {
        return switch (outcome) {
            case Outcome.Done(var remoteId, var note) -> new Outcome.Done(remoteId.map(Worker::storable), note.map(text -> shown(text, redactor)));
            case Outcome.Accepted(var remoteId) -> new Outcome.Accepted(remoteId.map(Worker::storable));
            case Outcome.Refused(String code, String message) -> new Outcome.Refused(code, shown(message, redactor));
            case Outcome.Throttled(var after, String message, var reach) -> new Outcome.Throttled(after, shown(message, redactor), reach);
            case Outcome.Unavailable(String message) -> new Outcome.Unavailable(shown(message, redactor));
            case Outcome.Unclear(String message) -> new Outcome.Unclear(shown(message, redactor));
            case Outcome.Invalid(String message) -> new Outcome.Invalid(shown(message, redactor));
        };
    }

    private static String shown(String text, Redactor redactor) {
        return storable(redactor.text(text));
    }

    /** PostgreSQL text cannot hold a NUL, and a target may well send one. */
    private static String storable(String text) {
        return text.replace('\u0000', '\uFFFD');
    }

    private Settlement settlement(UUID runnerId, Task task, Instant started, String outcome, Verdict verdict, List<WireMessage> messages) {
        return new Settlement(task.id(), task.lineId(), task.claims(), runnerId, started, clock.instant(), outcome, verdict, null, messages);
    }
}
