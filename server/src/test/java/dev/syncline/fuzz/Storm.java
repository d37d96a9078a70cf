package dev.syncline.fuzz;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Very many requests over several connections at once, each answer looked at. What goes wrong is told together, made small. */
final class Storm {

    private static final int CONNECTIONS = 4;
    private static final int REFRESHED_EVERY = 3_000;
    private static final int MOST_FAULTS = 40;

    private final World world;
    private final List<Endpoint> endpoints;
    private final BiFunction<Dice, Integer, RawRequest> make;
    private final Inspection inspection;
    private final Map<String, String> faults = new ConcurrentSkipListMap<>();
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    Storm(World world, List<Endpoint> endpoints, BiFunction<Dice, Integer, RawRequest> make) {
        this.world = world;
        this.endpoints = endpoints;
        this.make = make;
        this.inspection = new Inspection(world);
    }

    /** How many answers had which status. */
    Map<Integer, Integer> statuses() {
        return statuses;
    }

    /** How many answered something with success. */
    long endpointsThatTook() {
        return endpoints.stream().filter(endpoint -> taken.containsKey(endpoint.name())).count();
    }

    /** @param inputs how many requests */
    void blow(int inputs) {
        AtomicInteger next = new AtomicInteger();
        List<Thread> threads = IntStream.range(0, CONNECTIONS).mapToObj(_ -> Thread.ofPlatform().start(() -> work(next, inputs * Campaign.TIMES))).toList();
        threads.forEach(Storm::join);
        System.out.println("seed " + Campaign.SEED + ", " + inputs * Campaign.TIMES + " requests, answers by status: " + statuses);
        if (!faults.isEmpty()) {
            throw new AssertionError("seed " + Campaign.SEED + ", " + faults.size() + " kinds of faults:\n" + String.join("\n\n", faults.values()));
        }
    }

    private void work(AtomicInteger next, int inputs) {
        try (RawConnection connection = new RawConnection(port())) {
            for (int index = next.getAndIncrement(); index < inputs && faults.size() < MOST_FAULTS; index = next.getAndIncrement()) {
                if (index % REFRESHED_EVERY == 0) {
                    world.refresh(endpoints);
                }
                RawRequest request = make.apply(new Dice(Campaign.SEED, index), index);
                Outcome outcome = outcome(connection, request);
                statuses.merge(outcome.status(), 1, Integer::sum);
                if (outcome.status() >= 200 && outcome.status() < 300) {
                    endpointOf(request).forEach(name -> taken.merge(name, 1, Integer::sum));
                    world.undo(request);
                }
                if (outcome.fault() != null) {
                    tell(connection, index, request, outcome.fault());
                }
            }
        } catch (IOException e) {
            faults.put("connection", e.toString());
        }
    }

    private record Outcome(int status, String fault) {}

    private Outcome outcome(RawConnection connection, RawRequest request) {
        long start = System.nanoTime();
        try {
            RawAnswer answer = connection.send(request);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Outcome(answer.status(), took.compareTo(RawConnection.PATIENCE) > 0 ? "took " + took : inspection.fault(request, answer));
        } catch (IOException | RuntimeException e) {
            return new Outcome(-1, "no answer that can be read: " + e);
        }
    }

    /** One example of each kind of fault, the smallest that still shows it. */
    private void tell(RawConnection connection, int index, RawRequest request, String fault) {
        String kind = kind(request, fault);
        if (faults.putIfAbsent(kind, "input " + index + ": " + fault + "\n  " + request.shown()) == null && !fault.startsWith("took") && !fault.startsWith("no answer")) {
            RawRequest smallest = Shrinking.smallest(request, RawRequest::smaller, less -> {
                String same = outcome(connection, less).fault();
                return same != null && kind(less, same).equals(kind);
            });
            faults.put(kind, "input " + index + ": " + fault + "\n  " + smallest.shown());
        }
    }

    private String kind(RawRequest request, String fault) {
        String where = endpointOf(request).findFirst().orElse(request.line().replaceFirst("^(\\w+ /[\\w-]*/?[\\w-]*/?[\\w-]*).*", "$1"));
        return where + " " + fault.replaceFirst("(?s)^(answered \\d+|no problem document: \\d+|tells of the inside: \\S+|\\w+ \\w+).*", "$1");
    }

    private Stream<String> endpointOf(RawRequest request) {
        String path = request.line().replaceFirst("^\\w+ ", "").replaceFirst("[? ].*", "");
        return endpoints.stream().filter(endpoint -> endpoint.method().equals(request.method()) && path.matches(endpoint.path().replaceAll("\\{\\w+}", "[^/]+")))
                .map(Endpoint::name);
    }

    private int port() {
        return Integer.parseInt(world.server.url().replaceFirst(".*:", ""));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
