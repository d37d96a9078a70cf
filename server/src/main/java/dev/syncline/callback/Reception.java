package dev.syncline.callback;

import dev.syncline.application.Applications;
import dev.syncline.problem.ProblemException;
import dev.syncline.task.CallbackDoor;
import dev.syncline.task.Ledger;
import dev.syncline.task.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes messages at callback addresses: checks the signature, reads the answer, gives it to the task, and keeps a record. */
@Service
class Reception {

    private final Applications applications;
    private final Ledger ledger;
    private final CallbackDoor door;
    private final CallbackRepository repository;
    private final CallbackRecord record;
    private final JsonMapper json;
    private final Clock clock;

    Reception(Applications applications, Ledger ledger, CallbackDoor door, CallbackRepository repository, CallbackRecord record,
            JsonMapper json, Clock clock) {
        this.applications = applications;
        this.ledger = ledger;
        this.door = door;
        this.repository = repository;
        this.record = record;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The verdict is recorded whatever it is, and answered rather than thrown, so that its record is committed.
     *
     * @throws ProblemException NOT_FOUND when the application has no such task
     */
    @Transactional
    Received receive(Message message) {
        Task task = ledger.find(message.taskId())
                .filter(found -> found.applicationId().equals(message.applicationId()))
                .orElseThrow(() -> ProblemException.notFound("task", message.taskId()));
        Instant now = clock.instant();
        // Settling the task forgets its secrets, and the message may quote them.
        Masking masking = record.masking(task);
        Received received = switch (signature(message, now)) {
            case Signature.Finding.Forged forged -> new Received(Verdict.FORGED, null, null, forged.why());
            case Signature.Finding.Stale stale -> new Received(Verdict.STALE, stale.webhookId(), null, stale.why());
            case Signature.Finding.Genuine genuine -> genuine(task, genuine.webhookId(), message, masking);
        };
        record.keep(message, received, masking, now);
        return received;
    }

    private Signature.Finding signature(Message message, Instant now) {
        return Signature.check(applications.callbackSecret(message.applicationId()), message.header("webhook-id"),
                message.header("webhook-timestamp"), message.header("webhook-signature"), message.body(), now);
    }

    private Received genuine(Task task, String webhookId, Message message, Masking masking) {
        // Two copies of one message may arrive at the same time: the second one waits here until the first one is on record.
        ledger.lock(List.of(task.lineId()));
        if (repository.applied(task.id(), webhookId)) {
            return new Received(Verdict.DUPLICATE, webhookId, null, "The same message was taken before.");
        }
        return switch (Answer.parse(json, message.body())) {
            case Answer.Parsed.Bad bad -> new Received(Verdict.INVALID, webhookId, null, bad.why());
            case Answer.Parsed.Good good -> answered(task, webhookId, masking.answer(good.answer()));
        };
    }

    private Received answered(Task task, String webhookId, Answer answer) {
        record.announce(ledger.find(task.id()).orElse(task), answer);
        CallbackDoor.Verdict verdict = door.answered(task.id(), answer.succeeded(), answer.remoteId(), answer.message());
        return new Received(Verdict.of(verdict), webhookId, answer, null);
    }
}
