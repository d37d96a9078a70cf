package dev.syncline.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.syncline.connector.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** The order of operations on one account. */
class OrderTest extends HeartTest {

    private final UUID account = UUID.randomUUID();

    @Test
    void operationsOnOneAccountRunOneAtATimeInTheOrderOfTheirCauses() {
        UUID first = open(account, Action.CREATE);
        UUID second = open(account, Action.UPDATE, binding("dev"));

        Task create = claim().getFirst();
        assertThat(create.id()).isEqualTo(first);
        assertThat(claim()).isEmpty();
        assertThat(ledger().blockers(List.of(second))).containsEntry(second, first);
        settle(create, new Verdict.Succeed("7", null));

        assertThat(claim()).extracting(Task::id).containsExactly(second);
    }

    @Test
    void differentAccountsRunInParallel() {
        openAll(task(UUID.randomUUID(), Action.CREATE, Parameters.named("a")), task(UUID.randomUUID(), Action.CREATE, Parameters.named("b")));

        assertThat(claim()).hasSize(2);
    }

    @Test
    void turnsFollowTheOrderOfCommitsWhoeverTakesThem() throws Exception {
        List<UUID> accounts = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        List<Callable<Void>> openers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean reversed = i % 2 == 0;
            openers.add(() -> {
                List<NewTask> tasks = accounts.stream().map(id -> task(id, Action.UPDATE, binding("dev"))).toList();
                openAll((reversed ? tasks.reversed() : tasks).toArray(NewTask[]::new));
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<Void> opened : threads.invokeAll(openers)) {
                opened.get();
            }
        }
        for (UUID line : accounts) {
            List<Long> turns = sql().sql("select turn from task where line_id = ? order by turn").param(line).query(Long.class).list();
            assertThat(turns).hasSize(60).first().isEqualTo(1L);
            assertThat(turns).doesNotHaveDuplicates().last().isEqualTo(60L);
        }
    }

    @Test
    void aFailedTaskHoldsItsAccountsLineUntilAPersonLetsItGo() {
        UUID failed = failed(account, Action.CREATE, Parameters.named("ming"));
        UUID waiting = open(account, Action.UPDATE, binding("dev"));

        assertThat(claim()).isEmpty();
        assertThat(ledger().blockers(List.of(waiting))).containsEntry(waiting, failed);
        repairs().confirm(failed, "made by hand", ANNA);

        assertThat(claim()).extracting(Task::id).containsExactly(waiting);
    }

    @Test
    void aCorrectionTakesThePlaceOfTheFailedTask() {
        UUID failed = failed(account, Action.CREATE, attributes("phone", "?"));
        UUID later = open(account, Action.UPDATE, binding("dev"));

        Task corrected = repairs().modify(failed, attributes("phone", "1"), Map.of(), "wrong number", ANNA);

        assertThat(corrected).returns(Source.RETRY_AFTER_MODIFICATION, Task::source).returns(failed, Task::supersedesId)
                .returns(Action.CREATE, Task::action).returns(now(failed).turn(), Task::turn);
        assertThat(now(failed)).returns(Status.SUPERSEDED, Task::status).returns(corrected.id(), Task::supersededById)
                .returns(Map.of("phone", "?"), task -> task.parameters().attributes());
        assertThat(claim()).extracting(Task::id).containsExactly(corrected.id());
        assertThat(ledger().blockers(List.of(later))).containsEntry(later, corrected.id());
    }

    @Test
    void theDatabaseRefusesASecondUnsettledTaskInATurn() {
        UUID id = open(account, Action.CREATE);

        assertThatThrownBy(() -> sql().sql("""
                insert into task (id, line_id, turn, application_id, application_name, object_type, object_id, object_name, action, source,
                    takes_away, priority, initiator_kind, initiator_name, parameters, status, opened_at, due_at)
                select gen_random_uuid(), line_id, turn, application_id, application_name, object_type, object_id, object_name, action,
                    source, takes_away, priority, initiator_kind, initiator_name, parameters, status, opened_at, due_at
                from task where id = ?""").param(id).update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aSingleChangeOvertakesBulkWork() {
        NewTask bulk = task(UUID.randomUUID(), Action.CREATE, Parameters.named("bulk"));
        UUID first = openAll(new NewTask(bulk.applicationId(), bulk.applicationName(), bulk.objectType(), bulk.objectId(), bulk.objectName(),
                null, null, bulk.action(), bulk.source(), bulk.parameters(), Map.of(), null, Priority.BULK, ANNA, null, null, null)).getFirst();
        UUID second = open(account, Action.CREATE);

        List<UUID> claimed = server.bean(TaskClaims.class)
                .claim(RUNNER, Map.of(application, 1), clock().instant(), java.time.Duration.ofMinutes(1)).stream()
                .map(one -> one.task().id()).toList();

        assertThat(claimed).containsExactly(second).doesNotContain(first);
    }

    @Test
    void aDeadWorkersLateResultChangesNothing() {
        UUID id = open(account, Action.CREATE);
        Task dead = claim().getFirst();
        clock().advance(java.time.Duration.ofMinutes(2));
        Settlement lost = new Settlement(id, dead.lineId(), dead.claims(), null, dead.startedAt(), clock().instant(), "LOST",
                new Verdict.RetryLater(FailureKind.UNCLEAR, "stopped", clock().instant(), true, "again"), clock().instant(), List.of());
        assertThat(server.bean(Settlements.class).settle(List.of(lost))).containsExactly(id);
        Task again = claim().getFirst();

        assertThat(settle(dead, new Verdict.Succeed("dead", null))).isEmpty();
        assertThat(status(id)).isEqualTo(Status.RUNNING);
        assertThat(settle(again, new Verdict.Succeed("alive", null))).containsExactly(id);

        assertThat(now(id).remoteId()).isEqualTo("alive");
        assertThat(sql().sql("select search_text from remote_name where line_id = ?").param(account).query(String.class).list())
                .as("searchable").containsExactly("alive");
        assertThat(events(id)).contains("LEASE_LOST", "LATE_RESULT", "SUCCEEDED");
    }
}
