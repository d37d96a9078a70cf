package dev.syncline.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;

/**
 * How long readers wait for the log of ten million tasks: its list, further pages of it, facets and histogram, for every filter the console
 * offers. A view is asked for as the console does, list, facets and histogram at the same time. Held against 300 ms at the 95th
 * percentile; beside it the server's shortest answer, which is what no request can be faster than.
 */
final class LogBench {

    private static final int APPLICATIONS = 40;
    private static final int PAGE = 50;

    /** Views of each kind of filter, each with other values. */
    private static final int LOOKS = 12;

    /** Pages one after the other. */
    private static final int SCROLL = 40;

    private final long tasks;
    private final Path home;
    private final Map<String, Latencies> latencies = new LinkedHashMap<>();
    private final Random chance = new Random(7);

    /** @param home where the log is kept for the next run; null to write it anew and to forget it */
    LogBench(long tasks, Path home) {
        this.tasks = tasks;
        this.home = home;
    }

    Report run() throws Exception {
        // Nothing is to be run, and while the indexes are away, looking for work would read everything again and again.
        try (BenchServer server = new BenchServer(home, "--syncline.runner.enabled=false"); ExecutorService console = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            if (!server.sql().sql("select exists (select 1 from task)").query(Boolean.class).single()) {
                new LogSeed(server.bean(DataSource.class), applications(server), tasks).write(Instant.now());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            List<UUID> applications = server.sql().sql("select id from application order by name").query(UUID.class).list();
            Map<String, List<String>> views = views(server, applications, Instant.now().truncatedTo(ChronoUnit.MILLIS));
            // Once to compile and to fill the caches, as on any server that is in use.
            look(server, console, views);
            latencies.clear();
            look(server, console, views);
            scroll(server, "view=all");
            scroll(server, "status=FAILED");
            scroll(server, "application=" + applications.get(3));
            for (int i = 0; i < SCROLL; i++) {
                timed("(shortest answer)", () -> server.get("/session"));
            }
            return report(seconds);
        }
    }

    private static List<UUID> applications(BenchServer server) {
        return IntStream.rangeClosed(1, APPLICATIONS)
                .mapToObj(i -> server.application("Application " + i, "instant", Map.of(), Map.of(), 8)).toList();
    }

    private Map<String, List<String>> views(BenchServer server, List<UUID> applications, Instant now) {
        Map<String, List<String>> views = new LinkedHashMap<>();
        views.put("everything", repeated(() -> "view=all"));
        views.put("needs a person", repeated(() -> "view=attention"));
        views.put("application", repeated(() -> "application=" + any(applications)));
        views.put("application, failed", repeated(() -> "status=FAILED&application=" + any(applications)));
        views.put("status", List.of("status=SUCCEEDED", "status=FAILED", "status=CONFIRMED", "status=SUPERSEDED", "status=CANCELLED",
                "status=QUEUED", "status=RUNNING", "status=AWAITING_CALLBACK", "status=FAILED&status=QUEUED"));
        views.put("failure kind", List.of("failureKind=REFUSED", "failureKind=NO_CALLBACK", "failureKind=THROTTLED", "failureKind=INVALID"));
        views.put("action", List.of("action=CREATE", "action=UPDATE", "action=DELETE", "action=ENABLE", "action=DISABLE"));
        views.put("object type", List.of("objectType=ACCOUNT", "objectType=ORGANIZATION", "objectType=GROUP"));
        views.put("source", List.of("source=MANUAL", "source=PROVISIONING_POLICY", "source=COMPLIANCE_REVIEW",
                "source=SELF_SERVICE_DEPROVISIONING", "source=RETRY_AFTER_MODIFICATION", "source=PERMISSION_EXPIRY"));
        views.put("several", repeated(() -> "action=DELETE&status=FAILED&source=PROVISIONING_POLICY&application=" + any(applications)));
        views.put("initiator", repeated(() -> "initiator=Administrator%20" + chance.nextInt(50)));
        views.put("initiator, deletions", repeated(() -> "action=DELETE&initiator=Administrator%20" + chance.nextInt(50)));
        List<String> ids = server.sql().sql("select id::text from line order by id limit 200").query(String.class).list();
        views.put("account", repeated(() -> "account=" + any(ids)));
        List<String> people = server.sql().sql("select user_id::text from task order by id desc limit 200").query(String.class).list();
        views.put("user", repeated(() -> "user=" + any(people)));
        List<String> causes = server.sql().sql("select cause_id::text from task order by id desc limit 200").query(String.class).list();
        views.put("cause", repeated(() -> "cause=" + any(causes)));
        views.put("a day", repeated(() -> period(now, Duration.ofDays(1))));
        views.put("a month", repeated(() -> period(now, Duration.ofDays(30))));
        views.put("a month, failed", repeated(() -> "status=FAILED&" + period(now, Duration.ofDays(30))));
        views.put("text: a name", repeated(() -> "q=user" + chance.nextInt(LogSeed.ACCOUNTS)));
        views.put("text: a common word", List.of("q=wang", "q=user", "q=engineer", "q=example"));
        views.put("text: two letters", List.of("q=us", "q=li", "q=zz"));
        views.put("text: an error", List.of("q=constraint%20violation", "q=telephoneNumber", "q=manager%20user1", "q=nothing%20like%20this"));
        views.put("text: a remote id", repeated(() -> "q=uid%3Duser" + chance.nextInt(LogSeed.ACCOUNTS) + "%2Cou"));
        return views;
    }

    private void look(BenchServer server, ExecutorService console, Map<String, List<String>> views) throws Exception {
        for (Map.Entry<String, List<String>> view : views.entrySet()) {
            for (String query : view.getValue()) {
                List<Callable<Void>> requests = List.of(
                        () -> timed("list: " + view.getKey(), () -> server.get("/tasks?limit=" + PAGE + "&" + query)),
                        () -> timed("facets: " + view.getKey(), () -> server.get("/tasks/facets?" + query)),
                        () -> timed("histogram: " + view.getKey(), () -> server.get("/tasks/histogram?" + query)));
                for (Future<Void> done : console.invokeAll(requests)) {
                    done.get();
                }
            }
        }
    }

    private void scroll(BenchServer server, String query) throws Exception {
        String[] cursor = {""};
        for (int i = 0; i < SCROLL && cursor[0] != null; i++) {
            timed("scroll", () -> {
                JsonNode page = server.get("/tasks?limit=" + PAGE + "&" + query + (cursor[0].isEmpty() ? "" : "&cursor=" + cursor[0]));
                cursor[0] = page.path("next").asString(null);
                return page;
            });
        }
    }

    private Void timed(String kind, Callable<JsonNode> request) throws Exception {
        long start = System.nanoTime();
        try {
            request.call();
        } catch (IllegalStateException e) {
            // Refused for taking too long: what counts is how long the reader waited for that.
            System.err.println(kind + ": " + e.getMessage());
        }
        double millis = (System.nanoTime() - start) / 1e6;
        synchronized (latencies) {
            latencies.computeIfAbsent(kind, name -> new Latencies()).add(millis);
        }
        return null;
    }

    private Report report(double seedSeconds) {
        Report report = new Report("log").add("tasks", (double) tasks, "tasks", "written and indexed in " + Math.round(seedSeconds) + " s");
        Latencies shortest = latencies.remove("(shortest answer)");
        Latencies all = new Latencies();
        latencies.values().forEach(all::addAll);
        report.add("shortest answer, median", shortest.percentile(50), "ms", "a request that only looks at who asks")
                .add("all, p50", all.percentile(50), "ms", all.size() + " requests, three at a time")
                .add("all, p95", all.percentile(95), "ms", "limit 300 ms")
                .add("all, longest", all.percentile(100), "ms", "")
                .add("over 300 ms", (double) all.over(300), "requests", "of all");
        latencies.forEach((kind, these) -> report.add(kind, these.percentile(95), "ms", "p95 of %d, median %.1f, longest %.1f"
                .formatted(these.size(), these.percentile(50), these.percentile(100))));
        return report;
    }

    private String period(Instant now, Duration length) {
        long most = Duration.ofDays(30L * LogSeed.MONTHS - 60).toHours();
        Instant to = now.minus(Duration.ofHours(chance.nextLong(most)));
        return "from=" + to.minus(length) + "&to=" + to;
    }

    private <T> T any(List<T> values) {
        return values.get(chance.nextInt(values.size()));
    }

    private static List<String> repeated(Supplier<String> query) {
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < LOOKS; i++) {
            queries.add(query.get());
        }
        return queries;
    }
}
