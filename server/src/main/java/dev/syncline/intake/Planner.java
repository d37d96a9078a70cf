package dev.syncline.intake;

import static dev.syncline.problem.ErrorCode.NOT_ALLOWED_IN_STATE;
import static dev.syncline.problem.ErrorCode.NOT_FOUND;

import dev.syncline.account.Account;
import dev.syncline.connector.Action;
import dev.syncline.identity.User;
import dev.syncline.intake.AccountChange.Create;
import dev.syncline.intake.AccountChange.Delete;
import dev.syncline.intake.AccountChange.Disable;
import dev.syncline.intake.AccountChange.Enable;
import dev.syncline.intake.AccountChange.Update;
import dev.syncline.intake.Plan.Doing;
import dev.syncline.intake.Plan.Holds;
import dev.syncline.intake.Plan.Settled;
import dev.syncline.problem.ErrorCode;
import dev.syncline.task.Parameters;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what a change comes to. Writes nothing. */
@Component
class Planner {

    private final CreatePlanner creates;
    private final UpdatePlanner updates;

    Planner(CreatePlanner creates, UpdatePlanner updates) {
        this.creates = creates;
        this.updates = updates;
    }

    Plan plan(AccountChange change, Situation situation) {
        return switch (change) {
            case Create create -> creates.plan(create, situation);
            case Update update -> about(update.accountId(), situation, outlook -> updates.update(update, outlook, situation));
            case Enable enable -> about(enable.accountId(), situation, outlook -> updates.enable(outlook, situation));
            case Disable disable -> about(disable.accountId(), situation, outlook -> disable(outlook, situation));
            case Delete delete -> about(delete.accountId(), situation, outlook -> delete(outlook, situation));
        };
    }

    private interface ForOutlook {
        Plan plan(Outlook outlook);
    }

    private static Plan about(UUID accountId, Situation situation, ForOutlook planner) {
        Outlook outlook = situation.outlooks().get(accountId);
        return outlook == null ? refused(NOT_FOUND, "There is no account with the id " + accountId + ".") : planner.plan(outlook);
    }

    private static Plan disable(Outlook outlook, Situation situation) {
        if (outlook.isBeingDeleted()) {
            return beingDeleted(outlook);
        }
        return outlook.status() == Account.Status.DISABLED
                ? unchanged(outlook, "The account " + outlook.name() + " is disabled already, or about to be.")
                : bare(outlook, Action.DISABLE, situation);
    }

    private static Plan delete(Outlook outlook, Situation situation) {
        return outlook.isBeingDeleted()
                ? unchanged(outlook, "The account " + outlook.name() + " is being deleted already.")
                : bare(outlook, Action.DELETE, situation);
    }

    /** An action that needs no more than the account's name. */
    private static Doing bare(Outlook outlook, Action action, Situation situation) {
        return doing(outlook, action, Parameters.named(outlook.name()), Map.of(), null, Holds.NONE, situation);
    }

    static Doing doing(Outlook outlook, Action action, Parameters parameters, Map<String, String> secrets, @Nullable String invalid,
            Holds holds, Situation situation) {
        Account account = outlook.account();
        User user = account.userId() == null ? null : situation.users().get(account.userId());
        return new Doing(account.id(), null, situation.applicationOf(account), user,
                account.name(), account.remoteId(), action, parameters, secrets, invalid, holds);
    }

    static Plan beingDeleted(Outlook outlook) {
        return refused(NOT_ALLOWED_IN_STATE, "The account " + outlook.name()
                + " is being deleted. Cancel the deletion in the synchronization log first, or wait for it and create the account anew.");
    }

    static Settled refused(ErrorCode code, String message) {
        return new Settled(new Taken.Refused(code, message), Holds.NONE);
    }

    static Settled unchanged(Outlook outlook, String message) {
        return new Settled(new Taken.Unchanged(outlook.account().id(), message), Holds.NONE);
    }
}
