package dev.syncline.intake;

import static dev.syncline.problem.ErrorCode.INVALID_INPUT;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.task.Ledger;
import dev.syncline.web.ETags;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes an administrator makes to one account. What cannot be done is refused with a sentence. */
@Service
class ManualChanges {

    /** @param taskId null when no task was needed */
    record Done(UUID accountId, @Nullable UUID taskId) {}

    private final Intake intake;
    private final Accounts accounts;
    private final Ledger ledger;

    ManualChanges(Intake intake, Accounts accounts, Ledger ledger) {
        this.intake = intake;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    @Transactional
    Done make(AccountChange change, Actor actor) {
        return switch (intake.take(List.of(change), Origin.byHand(actor)).getFirst()) {
            case Taken.Opened(UUID accountId, UUID taskId) -> new Done(accountId, taskId);
            case Taken.Applied(UUID accountId) -> new Done(accountId, null);
            case Taken.Unchanged(UUID accountId, String _) -> new Done(accountId, null);
            case Taken.Refused(var code, String message) -> throw new ProblemException(code, message);
        };
    }

    /** Only while the account still has the version the administrator saw. */
    @Transactional
    Done make(AccountChange change, UUID accountId, int version, Actor actor) {
        ledger.lock(Set.of(accountId));
        Account account = accounts.lock(Set.of(accountId)).get(accountId);
        if (account == null) {
            throw ProblemException.notFound("account", accountId);
        }
        ETags.match(version, account.version(), "The account " + account.name());
        return make(change, actor);
    }

    static void require(Object value, String field, String sentence) {
        if (value == null) {
            throw new ProblemException(INVALID_INPUT, sentence, List.of(new ProblemException.FieldError(field, sentence)));
        }
    }
}
