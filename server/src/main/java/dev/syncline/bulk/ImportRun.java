package dev.syncline.bulk;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.identity.Act;
import dev.syncline.identity.Organization;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.User;
import dev.syncline.identity.UserData;
import dev.syncline.identity.Users;
import dev.syncline.intake.AccountChange;
import dev.syncline.intake.AccountChange.Create;
import dev.syncline.intake.AccountChange.Grant;
import dev.syncline.intake.AccountChange.Update;
import dev.syncline.intake.Intake;
import dev.syncline.intake.Taken;
import dev.syncline.permission.Permission;
import dev.syncline.permission.Permissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Imports a group of rows in the caller's transaction: users first, then their accounts, then what became of each row. */
@Component
class ImportRun {

    private final RowRepository rows;
    private final RowSecrets secrets;
    private final Users users;
    private final Organizations organizations;
    private final Permissions permissions;
    private final Accounts accounts;
    private final Intake intake;

    ImportRun(RowRepository rows, RowSecrets secrets, Users users, Organizations organizations, Permissions permissions,
            Accounts accounts, Intake intake) {
        this.rows = rows;
        this.secrets = secrets;
        this.users = users;
        this.organizations = organizations;
        this.permissions = permissions;
        this.accounts = accounts;
        this.intake = intake;
    }

    /** A change of an account and the row that asks for it. */
    private record Asked(Row row, UUID userId, AccountChange change) {}

    /** What became of the rows; they are not written yet. Empty when no row waits any more. */
    List<Row> next(Batch batch, ImportOptions options) {
        Map<Row, ImportedRow> group = new LinkedHashMap<>();
        rows.waiting(batch.id(), Group.SIZE).forEach(row -> group.put(row, secrets.open(row)));
        if (group.isEmpty()) {
            return List.of();
        }
        Map<String, User> people = users(group.values(), options, new Act(batch.initiator(), batch.applicationId()));
        List<Row> done = new ArrayList<>();
        List<Asked> asked = ask(batch, options, group, people, done);
        List<Taken> taken = intake.take(asked.stream().map(Asked::change).toList(), Group.origin(batch));
        for (int i = 0; i < asked.size(); i++) {
            done.add(Group.outcome(asked.get(i).row(), asked.get(i).userId(), taken.get(i)));
        }
        return done;
    }

    /** The users of the rows by user name in lower case, created and updated as the options say. */
    private Map<String, User> users(Iterable<ImportedRow> group, ImportOptions options, Act act) {
        List<ImportedRow> all = new ArrayList<>();
        group.forEach(all::add);
        Map<String, Organization> codes = organizations.byCode(
                all.stream().map(ImportedRow::organizationCode).filter(Objects::nonNull).collect(Collectors.toSet()));
        List<String> names = all.stream().map(row -> key(row.userName())).toList();
        Map<String, User> there = new HashMap<>(users.byUserName(names));
        if (options.createUsers()) {
            List<UserData> missing = all.stream()
                    .filter(row -> !there.containsKey(key(row.userName())))
                    .map(row -> row.user(null, organization(row, codes)))
                    .toList();
            keep(users.createAll(missing, act), there);
        }
        if (options.existing() == ImportOptions.Existing.UPDATE) {
            keep(users.updateAll(changed(all, there, codes), act), there);
        }
        return there;
    }

    private static Map<UUID, UserData> changed(List<ImportedRow> all, Map<String, User> there, Map<String, Organization> codes) {
        Map<UUID, UserData> changed = new LinkedHashMap<>();
        for (ImportedRow row : all) {
            User user = there.get(key(row.userName()));
            if (user != null && !row.user(user, organization(row, codes)).sameAs(user)) {
                changed.put(user.id(), row.user(user, organization(row, codes)));
            }
        }
        return changed;
    }

    /** Rows that ask for nothing are done at once. */
    private List<Asked> ask(Batch batch, ImportOptions options, Map<Row, ImportedRow> group, Map<String, User> people, List<Row> done) {
        Map<UUID, List<Account>> theirs = accounts.ofUsers(
                batch.applicationId(), people.values().stream().map(User::id).collect(Collectors.toSet()));
        Map<String, List<Permission>> named = permissions.byName(batch.applicationId(),
                group.values().stream().flatMap(row -> row.permissionNames().stream()).collect(Collectors.toSet()));
        List<Asked> asked = new ArrayList<>();
        group.forEach((row, imported) -> {
            User user = people.get(key(imported.userName()));
            Account account = user == null ? null : account(theirs.getOrDefault(user.id(), List.of()), imported.accountName());
            if (user == null) {
                done.add(row.became(Row.Status.FAILED, null, "There is no user \"" + imported.userName() + "\".", null));
            } else if (!named.keySet().containsAll(imported.permissionNames())) {
                done.add(row.became(Row.Status.FAILED, user.id(), "A permission of this row is no longer there.", null));
            } else if (account != null && options.existing() == ImportOptions.Existing.SKIP) {
                done.add(row.became(Row.Status.SKIPPED, user.id(), "The user already has the account " + account.name() + ".", null));
            } else {
                asked.add(new Asked(row, user.id(), change(batch, imported, user, account, grants(imported, named))));
            }
        });
        return asked;
    }

    private static AccountChange change(Batch batch, ImportedRow imported, User user, @Nullable Account account, List<Grant> grants) {
        return account == null
                ? new Create(batch.applicationId(), user.id(), imported.accountName(), imported.attributes(), grants)
                : new Update(account.id(), imported.accountName(), imported.attributes(), grants, Set.of(), true);
    }

    /** Of several accounts the one the row names, otherwise the oldest. */
    private static @Nullable Account account(List<Account> theirs, @Nullable String name) {
        return theirs.stream()
                .filter(account -> account.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(theirs.isEmpty() ? null : theirs.getFirst());
    }

    private static List<Grant> grants(ImportedRow imported, Map<String, List<Permission>> named) {
        return imported.permissionNames().stream()
                .map(name -> Objects.requireNonNull(named.get(name), "rows with others have failed"))
                .map(permissions -> new Grant(permissions.getFirst().id(), null))
                .toList();
    }

    private static @Nullable UUID organization(ImportedRow row, Map<String, Organization> codes) {
        Organization organization = row.organizationCode() == null ? null : codes.get(row.organizationCode());
        return organization == null ? null : organization.id();
    }

    private static void keep(List<User> users, Map<String, User> byName) {
        users.forEach(user -> byName.put(key(user.userName()), user));
    }

    private static String key(String userName) {
        return userName.toLowerCase(Locale.ROOT);
    }
}
