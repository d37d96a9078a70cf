package dev.syncline.bench;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Tasks a second from open to settled, with every exchange on record, against a target that answers at once; beside the rate of the same
 * SQL in batches. Both after a warm-up, both from the first task opened to the last one settled.
 */
final class PipelineBench {

    private static final int CONCURRENCY = 500;
    private static final int THREADS = 2;

    private final int tasks;

    PipelineBench(int tasks) {
        this.tasks = tasks;
    }

    Report run() throws Exception {
        try (BenchServer server = new BenchServer()) {
            pipeline(server, "warmup", tasks / 3);
            raw(server, "raw-warmup", tasks / 3);
            double first = raw(server, "raw-1", tasks);
            double rate = pipeline(server, "pipeline", tasks);
            double second = raw(server, "raw-2", tasks);
            double raw = (first + second) / 2;
            return new Report("pipeline")
                    .add("tasks", tasks, "tasks", "opened, run and settled in each measurement")
                    .add("pipeline", rate, "tasks/s", "from the first opened to the last settled, full capture")
                    .add("raw", raw, "tasks/s", "the same SQL in batches of 200, mean of before and after")
                    .add("raw before", first, "tasks/s", "")
                    .add("raw after", second, "tasks/s", "")
                    .add("ratio", rate / raw, "ratio", "pipeline / raw");
        }
    }

    private static double pipeline(BenchServer server, String name, int size) throws Exception {
        UUID application = server.application(name, "instant", Map.of(), Map.of(), CONCURRENCY);
        Load load = new Load(server, application, name, size);
        long start = System.nanoTime();
        openAll(load);
        server.awaitSettled(application, size);
        return rate(size, start);
    }

    private static double raw(BenchServer server, String name, int size) throws Exception {
        // No application of this id exists, so the runner leaves the tasks alone.
        UUID application = UUID.randomUUID();
        UUID owner = server.application(name, "instant", Map.of(), Map.of(), 1);
        Load load = new Load(server, owner, name, size).as(application);
        RawSql raw = new RawSql(server, application);
        long start = System.nanoTime();
        openAll(load);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Callable<Void> worker = () -> {
                while (raw.batch() > 0) {}
                return null;
            };
            for (Future<Void> done : threads.invokeAll(List.of(worker, worker))) {
                done.get();
            }
        }
        return rate(size, start);
    }

    private static void openAll(Load load) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Void>> openings = load.groups().stream().map(group -> (Callable<Void>) () -> {
                load.open(group);
                return null;
            }).toList();
            for (Future<Void> opened : threads.invokeAll(openings)) {
                opened.get();
            }
        }
    }

    private static double rate(int size, long startNanos) {
        return size / ((System.nanoTime() - startNanos) / 1e9);
    }
}
