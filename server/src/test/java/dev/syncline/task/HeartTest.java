package dev.syncline.task;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.PermissionKind;
import dev.syncline.connector.PermissionRef;
import dev.syncline.fixtures.SettableClock;
import dev.syncline.fixtures.TestServer;
import dev.syncline.journal.Actor;
import dev.syncline.task.TaskClaims.Claimed;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Drives the heart's doors by hand, on a real database and without a runner. */
abstract class HeartTest {

    static final Actor ANNA = new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "anna");
    static final UUID RUNNER = UUID.randomUUID();
    static TestServer server;

    final UUID application = UUID.randomUUID();

    @BeforeAll
    static void start() {
        server = TestServer.start("syncline.runner.enabled=false");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Ledger ledger() {
        return server.bean(Ledger.class);
    }

    static Repairs repairs() {
        return server.bean(Repairs.class);
    }

    static JdbcClient sql() {
        return server.bean(JdbcClient.class);
    }

    static SettableClock clock() {
        return server.clock();
    }

    static TransactionTemplate transactions() {
        return server.bean(TransactionTemplate.class);
    }

    NewTask task(UUID account, Action action, Parameters parameters) {
        return new NewTask(application, "HR", ObjectType.ACCOUNT, account, parameters.name(), null, null, action, Source.MANUAL, parameters,
                Map.of(), null, Priority.INTERACTIVE, ANNA, null, null, null);
    }

    UUID open(UUID account, Action action) {
        return open(account, action, Parameters.named("ming.li"));
    }

    UUID open(UUID account, Action action, Parameters parameters) {
        return openAll(task(account, action, parameters)).getFirst();
    }

    List<UUID> openAll(NewTask... tasks) {
        return transactions().execute(status -> ledger().open(Arrays.asList(tasks)));
    }

    /** Claims everything of this test's application that may run. */
    List<Task> claim() {
        return server.bean(TaskClaims.class).claim(RUNNER, Map.of(application, 1_000), clock().instant(), Duration.ofMinutes(1)).stream()
                .map(Claimed::task).toList();
    }

    Set<UUID> settle(Task claimed, Verdict verdict) {
        return server.bean(Settlements.class).settle(List.of(settlement(claimed, verdict)));
    }

    static Settlement settlement(Task claimed, Verdict verdict) {
        return new Settlement(claimed.id(), claimed.lineId(), claimed.claims(), RUNNER, clock().instant(), clock().instant(), "DONE", verdict,
                null, List.of());
    }

    CallbackDoor.Verdict answer(UUID task, boolean succeeded) {
        return transactions().execute(status -> server.bean(CallbackDoor.class).answered(task, succeeded, null, "told"));
    }

    UUID failed(UUID account, Action action, Parameters parameters) {
        UUID id = open(account, action, parameters);
        claim().stream().filter(task -> task.id().equals(id))
                .forEach(task -> settle(task, new Verdict.Fail(FailureKind.REFUSED, "the telephone number is not allowed")));
        return id;
    }

    static Task now(UUID id) {
        return ledger().find(id).orElseThrow();
    }

    static Status status(UUID id) {
        return now(id).status();
    }

    static List<String> events(UUID id) {
        return sql().sql("select event from entry where task_id = ? order by at, id").param(id).query(String.class).list();
    }

    static Parameters attributes(String... pairs) {
        Map<String, Object> attributes = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            attributes.put(pairs[i], pairs[i + 1]);
        }
        return new Parameters("ming.li", attributes, List.of(), List.of());
    }

    static PermissionRef permission(String name) {
        return new PermissionRef(UUID.nameUUIDFromBytes(name.getBytes()).toString(), PermissionKind.GROUP, name, "cn=" + name);
    }

    static Parameters binding(String name) {
        return new Parameters("ming.li", Map.of(), List.of(permission(name)), List.of());
    }

    static Parameters unbinding(String name) {
        return new Parameters("ming.li", Map.of(), List.of(), List.of(permission(name)));
    }
}
