package dev.syncline.bulk;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.identity.User;
import dev.syncline.intake.AccountChange.Create;
import dev.syncline.intake.AccountChange.Grant;
import dev.syncline.intake.Intake;
import dev.syncline.intake.Taken;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Provisions a group of users in the caller's transaction. */
@Component
class ProvisioningRun {

    private final Audience audience;
    private final Accounts accounts;
    private final Intake intake;

    ProvisioningRun(Audience audience, Accounts accounts, Intake intake) {
        this.audience = audience;
        this.accounts = accounts;
        this.intake = intake;
    }

    /**
     * @param rows what became of the users, not written yet
     * @param next user name to go on after; null when all have been dealt with
     */
    record Step(List<Row> rows, @Nullable String next) {}

    /** @param lastNumber number of the last row there is */
    Step next(Batch batch, ProvisioningOptions options, String afterUserName, int lastNumber) {
        Audience.Found found = audience.after(options.filter(), afterUserName, Group.SIZE);
        Map<UUID, List<Account>> theirs = accounts.ofUsers(batch.applicationId(), found.matching().stream().map(User::id).toList());
        List<Grant> grants = options.permissionIds().stream().map(id -> new Grant(id, null)).toList();
        List<User> without = found.matching().stream().filter(user -> !theirs.containsKey(user.id())).toList();
        Iterator<Taken> taken = intake.take(without.stream()
                .map(user -> new Create(batch.applicationId(), user.id(), null, Map.of(), grants))
                .toList(), Group.origin(batch)).iterator();
        List<Row> rows = new ArrayList<>();
        int number = lastNumber;
        for (User user : found.matching()) {
            Row row = new Row(batch.id(), ++number, user.userName(), user.id(), null, null, Row.Status.WAITING, null, null);
            rows.add(theirs.containsKey(user.id())
                    ? row.became(Row.Status.SKIPPED, user.id(),
                            "The user already has the account " + theirs.get(user.id()).getFirst().name() + ".", null)
                    : Group.outcome(row, user.id(), taken.next()));
        }
        return new Step(rows, found.next());
    }
}
