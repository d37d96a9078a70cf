package dev.syncline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.application.Application;
import dev.syncline.application.ApplicationFixtures;
import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.Outcome;
import dev.syncline.fixtures.MemoryConnectorType;
import dev.syncline.fixtures.TestServer;
import dev.syncline.identity.Act;
import dev.syncline.identity.User;
import dev.syncline.identity.UserData;
import dev.syncline.identity.Users;
import dev.syncline.intake.AccountChange.Create;
import dev.syncline.intake.AccountChange.Delete;
import dev.syncline.intake.AccountChange.Disable;
import dev.syncline.intake.AccountChange.Enable;
import dev.syncline.intake.AccountChange.Grant;
import dev.syncline.intake.AccountChange.Update;
import dev.syncline.journal.Actor;
import dev.syncline.permission.Binding;
import dev.syncline.permission.Bindings;
import dev.syncline.permission.Hold;
import dev.syncline.permission.Permission;
import dev.syncline.permission.PermissionFixtures;
import dev.syncline.problem.ErrorCode;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Ledger;
import dev.syncline.task.Parameters;
import dev.syncline.task.Repairs;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class IntakeTest {

    private final TestServer server = TestServer.shared();
    private final Intake intake = server.bean(Intake.class);
    private final Accounts accounts = server.bean(Accounts.class);
    private final Ledger ledger = server.bean(Ledger.class);
    private final Repairs repairs = server.bean(Repairs.class);
    private final Map<Action, Outcome> answers = new ConcurrentHashMap<>();
    private final Map<UUID, Change> sent = new ConcurrentHashMap<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private Application application;
    private User user;

    @BeforeEach
    void setUp() {
        String target = TestServer.unique("intake");
        MemoryConnectorType.answering(target, change -> {
            sent.put(change.taskId(), change);
            waitAtGate();
            return answers.getOrDefault(change.action(), Outcome.Done.of("remote-" + change.name()));
        });
        application = ApplicationFixtures.mapped(server, target);
        user = user("ming@example.com");
    }

    @AfterEach
    void openGate() {
        gate.countDown();
    }

    private void waitAtGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void creatingSendsWhatTheMappingsGiveAndTheAccountBecomesActiveAfterwards() {
        Permission staff = PermissionFixtures.group(server, application.id(), "staff");
        Taken.Opened opened = opened(new Create(application.id(), user.id(), null, Map.of("title", "Engineer"),
                List.of(new Grant(staff.id(), null))));
        Task task = settled(opened, Status.SUCCEEDED);
        assertThat(task.parameters().attributes()).containsEntry("mail", "ming@example.com").containsEntry("title", "Engineer")
                .containsEntry("initialPassword", Parameters.SECRET);
        assertThat(sent.get(task.id()).attributes()).containsEntry("initialPassword", "Welcome-" + user.userName());
        Account account = accounts.get(opened.accountId());
        assertThat(account.status()).isEqualTo(Account.Status.ACTIVE);
        assertThat(account.remoteId()).isEqualTo("remote-" + user.userName());
        assertThat(account.attributes()).isEqualTo(Map.of("mail", "ming@example.com", "title", "Engineer"));
        assertThat(bindings(account.id())).containsExactly(Map.entry(staff.id(), Binding.Status.HELD));
    }

    @Test
    void anAccountIsRequestedUntilItsTaskHasSucceeded() {
        gate = new CountDownLatch(1);
        Taken.Opened opened = opened(new Create(application.id(), user.id(), null, Map.of(), List.of()));
        assertThat(accounts.get(opened.accountId()).status()).isEqualTo(Account.Status.REQUESTED);
        assertThat(accounts.get(opened.accountId()).attributes()).isEmpty();
    }

    @Test
    void anUpdateCarriesOnlyWhatDiffersAndNothingWhenNothingDiffers() {
        UUID account = active();
        assertThat(take(update(account, Map.of("mail", "ming@example.com")))).isInstanceOf(Taken.Unchanged.class);
        Taken.Opened opened = opened(update(account, Map.of("mail", "ming@example.com", "title", "Lead")));
        assertThat(settled(opened, Status.SUCCEEDED).parameters().attributes()).isEqualTo(Map.of("title", "Lead"));
        assertThat(accounts.get(account).attributes()).containsEntry("title", "Lead");
    }

    @Test
    void aNullClearsAnAttribute() {
        UUID account = active();
        Map<String, Object> cleared = new HashMap<>();
        cleared.put("mail", null);
        settled(opened(update(account, cleared)), Status.SUCCEEDED);
        assertThat(accounts.get(account).attributes()).doesNotContainKey("mail");
    }

    @Test
    void settingAValueBackWhileTheChangeStillWaitsIsAChange() {
        UUID account = active();
        gate = new CountDownLatch(1);
        opened(update(account, Map.of("mail", "new@example.com")));
        Taken.Opened back = opened(update(account, Map.of("mail", "ming@example.com")));
        assertThat(ledger.find(back.taskId()).orElseThrow().parameters().attributes()).containsEntry("mail", "ming@example.com");
    }

    @Test
    void aFailingMappingIsAnInvalidTaskThatNamesTheAttribute() {
        Application failing = ApplicationFixtures.failing(server, TestServer.unique("failing"));
        Task task = settled(opened(new Create(failing.id(), user.id(), null, Map.of(), List.of())), Status.FAILED);
        assertThat(task.failureKind()).isEqualTo(FailureKind.INVALID);
        assertThat(task.failureMessage()).contains("\"room\"");
        assertThat(sent).doesNotContainKey(task.id());
    }

    @Test
    void withoutSynchronizationTheEffectComesAtOnceAndNoTaskIsWritten() {
        Application still = ApplicationFixtures.unsynchronized(server, TestServer.unique("still"));
        Permission staff = PermissionFixtures.group(server, still.id(), "staff");
        Taken.Applied applied = (Taken.Applied) take(new Create(still.id(), user.id(), null, Map.of(), List.of(new Grant(staff.id(), null))));
        assertThat(accounts.get(applied.accountId()).status()).isEqualTo(Account.Status.ACTIVE);
        assertThat(accounts.get(applied.accountId()).attributes()).containsEntry("mail", "ming@example.com");
        assertThat(bindings(applied.accountId())).containsValue(Binding.Status.HELD);
        take(new Disable(applied.accountId()));
        assertThat(accounts.get(applied.accountId()).status()).isEqualTo(Account.Status.DISABLED);
        take(new Delete(applied.accountId()));
        assertThat(accounts.find(applied.accountId())).isEmpty();
        assertThat(ledger.unsettled(List.of(applied.accountId()))).isEmpty();
    }

    @Test
    void aTakenNameIsRefusedAndTheOthersGoOn() {
        active();
        User other = user("other@example.com");
        List<Taken> taken = takeAll(List.of(
                new Create(application.id(), other.id(), user.userName().toUpperCase(Locale.ROOT), Map.of(), List.of()),
                new Create(application.id(), other.id(), null, Map.of(), List.of())));
        assertThat(taken.getFirst()).isInstanceOfSatisfying(Taken.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.ALREADY_EXISTS);
            assertThat(refused.message()).contains(application.name());
        });
        assertThat(taken.getLast()).isInstanceOf(Taken.Opened.class);
    }

    @Test
    void enablingCarriesWhatChangedMeanwhileAndTheRequestedPermissions() {
        Permission staff = PermissionFixtures.group(server, application.id(), "staff");
        UUID account = active();
        settled(opened(new Disable(account)), Status.SUCCEEDED);
        assertThat(accounts.get(account).status()).isEqualTo(Account.Status.DISABLED);
        server.bean(Users.class).update(user.id(), 1, new UserData(
                user.userName(), null, null, null, "changed@example.com", null, null, null, Map.of()), Act.by(Actor.SYSTEM));
        inTransaction(() -> {
            server.bean(Bindings.class).request(List.of(new Hold(account, staff.id())));
            return null;
        });
        Task enabled = settled(opened(new Enable(account)), Status.SUCCEEDED);
        assertThat(enabled.parameters().attributes()).isEqualTo(Map.of("mail", "changed@example.com"));
        assertThat(enabled.parameters().bind()).extracting("name").containsExactly("staff");
        assertThat(accounts.get(account).status()).isEqualTo(Account.Status.ACTIVE);
        assertThat(bindings(account)).containsValue(Binding.Status.HELD);
    }

    @Test
    void aConfirmedDeletionRemovesTheAccountForGood() {
        UUID account = active();
        answers.put(Action.DELETE, new Outcome.Refused("403", "Not allowed."));
        Task failed = settled(opened(new Delete(account)), Status.FAILED);
        assertThat(accounts.get(account).status()).isEqualTo(Account.Status.DELETING);
        assertThat(repairs.followUps(failed.id())).anySatisfy(followUp -> {
            assertThat(followUp.destructive()).isTrue();
            assertThat(followUp.sentence()).contains("deleted for good");
        });
        repairs.confirm(failed.id(), "Removed by hand", Actor.SYSTEM);
        assertThat(accounts.find(account)).isEmpty();
    }

    @Test
    void aCancelledDeletionPutsTheAccountBack() {
        UUID account = active();
        settled(opened(new Disable(account)), Status.SUCCEEDED);
        answers.put(Action.DELETE, new Outcome.Refused("403", "Not allowed."));
        Task failed = settled(opened(new Delete(account)), Status.FAILED);
        repairs.cancel(failed.id(), "Stays", Actor.SYSTEM);
        assertThat(accounts.get(account).status()).isEqualTo(Account.Status.DISABLED);
    }

    @Test
    void aCancelledCreationRemovesTheRequestedAccount() {
        answers.put(Action.CREATE, new Outcome.Refused("400", "No."));
        Taken.Opened opened = opened(new Create(application.id(), user.id(), null, Map.of(), List.of()));
        repairs.cancel(settled(opened, Status.FAILED).id(), "Not wanted", Actor.SYSTEM);
        assertThat(accounts.find(opened.accountId())).isEmpty();
    }

    @Test
    void aCancelledBindingIsDroppedAndACancelledUnbindingIsHeldAgain() {
        Permission staff = PermissionFixtures.group(server, application.id(), "staff");
        Permission admins = PermissionFixtures.group(server, application.id(), "admins");
        UUID account = active();
        settled(opened(bind(account, staff)), Status.SUCCEEDED);
        answers.put(Action.UPDATE, new Outcome.Refused("403", "No."));
        Task failed = settled(opened(new Update(account, null, Map.of(), List.of(new Grant(admins.id(), null)), Set.of(staff.id()))), Status.FAILED);
        assertThat(bindings(account)).containsEntry(staff.id(), Binding.Status.RELEASING).containsEntry(admins.id(), Binding.Status.REQUESTED);
        repairs.cancel(failed.id(), "Neither", Actor.SYSTEM);
        assertThat(bindings(account)).isEqualTo(Map.of(staff.id(), Binding.Status.HELD));
    }

    @Test
    void unbindingTakesThePermissionAwayWhenItHasSucceeded() {
        Permission staff = PermissionFixtures.group(server, application.id(), "staff");
        UUID account = active();
        settled(opened(bind(account, staff)), Status.SUCCEEDED);
        settled(opened(new Update(account, null, Map.of(), List.of(), Set.of(staff.id()))), Status.SUCCEEDED);
        assertThat(bindings(account)).isEmpty();
    }

    @Test
    void anotherApplicationsPermissionIsRefused() {
        Application other = ApplicationFixtures.mapped(server, TestServer.unique("other"));
        Permission foreign = PermissionFixtures.group(server, other.id(), "staff");
        assertThat(take(bind(active(), foreign))).isInstanceOf(Taken.Refused.class);
    }

    @Test
    void anAccountBeingDeletedTakesNoOtherChange() {
        UUID account = active();
        gate = new CountDownLatch(1);
        opened(new Delete(account));
        assertThat(take(new Delete(account))).isInstanceOf(Taken.Unchanged.class);
        assertThat(take(update(account, Map.of("mail", "x@example.com")))).isInstanceOfSatisfying(Taken.Refused.class,
                refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_ALLOWED_IN_STATE));
    }

    @Test
    void renamingTakesEffectWithTheTask() {
        UUID account = active();
        settled(opened(new Update(account, "renamed-" + user.userName(), Map.of(), List.of(), Set.of())), Status.SUCCEEDED);
        assertThat(accounts.get(account).name()).isEqualTo("renamed-" + user.userName());
    }

    private UUID active() {
        Taken.Opened opened = opened(new Create(application.id(), user.id(), null, Map.of(), List.of()));
        settled(opened, Status.SUCCEEDED);
        return opened.accountId();
    }

    private User user(String email) {
        return server.bean(Users.class).create(new UserData(
                TestServer.unique("ming"), null, null, null, email, null, null, null, Map.of()), Act.by(Actor.SYSTEM));
    }

    private static Update update(UUID account, Map<String, Object> attributes) {
        return new Update(account, null, attributes, List.of(), Set.of());
    }

    private static Update bind(UUID account, Permission permission) {
        return new Update(account, null, Map.of(), List.of(new Grant(permission.id(), null)), Set.of());
    }

    private Map<UUID, Binding.Status> bindings(UUID account) {
        Map<UUID, Binding.Status> held = new HashMap<>();
        server.bean(Bindings.class).of(List.of(account)).getOrDefault(account, List.of())
                .forEach(binding -> held.put(binding.permissionId(), binding.status()));
        return held;
    }

    private Taken.Opened opened(AccountChange change) {
        Taken taken = take(change);
        assertThat(taken).isInstanceOf(Taken.Opened.class);
        return (Taken.Opened) taken;
    }

    private Taken take(AccountChange change) {
        return takeAll(List.of(change)).getFirst();
    }

    private List<Taken> takeAll(List<AccountChange> changes) {
        return inTransaction(() -> intake.take(changes, Origin.byHand(new Actor(Actor.Kind.ADMINISTRATOR, null, "A tester"))));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return server.bean(TransactionTemplate.class).execute(_ -> work.get());
    }

    private Task settled(Taken.Opened opened, Status status) {
        return await().atMost(Duration.ofSeconds(60)).until(
                () -> ledger.find(opened.taskId()).orElseThrow(), task -> task.status() == status);
    }
}
