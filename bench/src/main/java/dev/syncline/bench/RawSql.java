package dev.syncline.bench;

import dev.syncline.journal.Capture;
import dev.syncline.journal.CaptureLimits;
import dev.syncline.journal.Journal;
import dev.syncline.journal.Redactor;
import dev.syncline.journal.WireMessage;
import dev.syncline.task.Settlement;
import dev.syncline.task.Settlements;
import dev.syncline.task.Task;
import dev.syncline.task.TaskClaims;
import dev.syncline.task.TaskClaims.Claimed;
import dev.syncline.task.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The limit: the statements of the pipeline in batches one after the other, without runner, connector and waiting. */
final class RawSql {

    private static final int BATCH = 200;

    private final BenchServer server;
    private final UUID application;
    private final UUID runner = UUID.randomUUID();

    RawSql(BenchServer server, UUID application) {
        this.server = server;
        this.application = application;
    }

    /** Claims, journals and settles one batch; answers how many tasks it was. */
    int batch() {
        List<Claimed> claimed = server.bean(TaskClaims.class)
                .claim(runner, Map.of(application, BATCH), Instant.now(), Duration.ofMinutes(1));
        List<Task> tasks = claimed.stream().map(Claimed::task).toList();
        if (!tasks.isEmpty()) {
            server.bean(Journal.class).recordMessages(tasks.stream().map(this::request).toList());
            server.bean(Settlements.class).settle(tasks.stream().map(this::settlement).toList());
        }
        return tasks.size();
    }

    private WireMessage request(Task task) {
        return capture(task).request(1, Instant.now(), InstantConnectorType.Wire.request(task.objectName()));
    }

    private Settlement settlement(Task task) {
        WireMessage response = capture(task).response(1, Instant.now(), InstantConnectorType.Wire.response(task.objectName()));
        return new Settlement(task.id(), task.lineId(), task.claims(), runner, task.startedAt(), Instant.now(), "DONE",
                new Verdict.Succeed("id-" + task.objectName(), null), null, List.of(response));
    }

    private Capture capture(Task task) {
        return new Capture(task.id(), task.claims(), new Redactor(List.of(), List.of()), CaptureLimits.DEFAULT,
                server.bean(JsonMapper.class));
    }
}
