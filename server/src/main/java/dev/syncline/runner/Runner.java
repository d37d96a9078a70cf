package dev.syncline.runner;

import dev.syncline.account.Accounts;
import dev.syncline.application.Target;
import dev.syncline.application.Targets;
import dev.syncline.background.GroupWriter;
import dev.syncline.connector.ObjectType;
import dev.syncline.id.Ids;
import dev.syncline.journal.WireMessage;
import dev.syncline.presence.Presences;
import dev.syncline.task.Settlement;
import dev.syncline.task.Settlements;
import dev.syncline.task.Task;
import dev.syncline.task.TaskClaims;
import dev.syncline.task.TaskClaims.Claimed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One server's share of the work: claims due tasks in groups, runs each on a virtual thread, settles the results in groups. Any
 * number of runners may share a database.
 */
final class Runner {

    /** A worker that has not renewed its lease for this long has lost its tasks. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Logger log = LoggerFactory.getLogger(Runner.class);
    private static final long POLL_MILLIS = 500;

    /** Nobody on the wire waits for a settlement, so it may wait a moment for its neighbours. */
    private static final Duration SETTLEMENT_PATIENCE = Duration.ofMillis(100);
    private static final long REFRESH_NANOS = 500_000_000L;

    private final UUID id;
    private final TaskClaims claims;
    private final Targets targets;
    private final Accounts accounts;
    private final Presences presences;
    private final Pauses pauses;
    private final Clock clock;
    private final Gates gates = new Gates();
    private final OpenConnectors connectors = new OpenConnectors();
    private final GroupWriter<List<WireMessage>> requests;
    private final GroupWriter<Settlement> settlements;
    private final Worker worker;
    private final Wake wake = new Wake();
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean running = true;
    private volatile int servers = 1;
    private volatile boolean pausedAnew;
    private Map<UUID, Target> known = Map.of();
    private Set<UUID> paused = Set.of();
    private long refreshed = System.nanoTime() - REFRESH_NANOS;

    Runner(RunnerParts parts, Ids ids) {
        this.id = ids.next();
        this.claims = parts.claims();
        this.targets = parts.targets();
        this.accounts = parts.accounts();
        this.presences = parts.presences();
        this.pauses = parts.pauses();
        this.clock = parts.clock();
        Settlements door = parts.settlements();
        this.requests = new GroupWriter<>("requests", 200, 1,
                group -> parts.journal().recordMessages(group.stream().flatMap(List::stream).toList()));
        this.settlements = new GroupWriter<>("settlements", 200, 1, door::settle);
        this.worker = new Worker(connectors, gates, requests, parts.callbackUrls(), parts.judge(), this::pause,
                new References(presences, accounts), parts.bodies(), parts.json(), clock);
        this.thread = Thread.ofPlatform().name("runner").start(this::loop);
    }

    UUID id() {
        return id;
    }

    /** Tasks in this runner's hands. */
    Set<UUID> inHand() {
        return Set.copyOf(inHand);
    }

    /** There may be something to do. */
    void wake() {
        wake.ring();
    }

    /** How many servers share the applications' limits. */
    void servers(int live) {
        servers = live;
    }

    private void loop() {
        while (running) {
            try {
                wake.await(POLL_MILLIS);
                while (running && claimOnce()) {}
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("Tasks cannot be claimed now, trying again: {}", e.getMessage());
                rest();
            }
        }
    }

    /** Answers whether there may be more to claim. */
    private boolean claimOnce() {
        refresh();
        Map<UUID, Integer> room = gates.room(known.values(), servers, paused);
        if (room.isEmpty()) {
            return false;
        }
        List<Claimed> claimed = claims.claim(id, room, clock.instant(), LEASE);
        Map<UUID, Target> asTheyAre = targets(claimed);
        Map<UUID, String> remoteIds = remoteIds(claimed);
        for (Claimed one : claimed) {
            Task task = one.task();
            inHand.add(task.id());
            gates.taken(task.applicationId());
            Target target = asTheyAre.get(task.applicationId());
            Thread.startVirtualThread(() -> run(one, target, remoteIds.getOrDefault(task.objectId(), task.remoteId())));
        }
        return !claimed.isEmpty();
    }

    /** As they are now: who corrects a connection and retries at once means the corrected one. */
    private Map<UUID, Target> targets(List<Claimed> claimed) {
        Set<UUID> applications = claimed.stream().map(one -> one.task().applicationId()).collect(Collectors.toSet());
        return applications.isEmpty() ? Map.of() : targets.resolve(applications);
    }

    private Map<UUID, String> remoteIds(List<Claimed> claimed) {
        Map<UUID, String> remoteIds = new HashMap<>(presences.remoteIds(objects(claimed, type -> type != ObjectType.ACCOUNT)));
        List<UUID> ofAccounts = objects(claimed, type -> type == ObjectType.ACCOUNT);
        if (!ofAccounts.isEmpty()) {
            remoteIds.putAll(accounts.remoteIds(ofAccounts));
        }
        return remoteIds;
    }

    private static List<UUID> objects(List<Claimed> claimed, Predicate<ObjectType> ofType) {
        return claimed.stream().map(Claimed::task).filter(task -> ofType.test(task.objectType())).map(Task::objectId).toList();
    }

    private void refresh() {
        if (pausedAnew || System.nanoTime() - refreshed >= REFRESH_NANOS) {
            pausedAnew = false;
            known = targets.all();
            paused = pauses.active(clock.instant());
            gates.share(known.values(), servers);
            refreshed = System.nanoTime();
        }
    }

    /** This server obeys from its next claim on, the others when they look again. */
    private void pause(UUID application, Instant until, String reason) {
        pauses.pause(application, until, reason);
        pausedAnew = true;
    }

    private void run(Claimed claimed, @Nullable Target target, String remoteId) {
        Task task = claimed.task();
        try {
            settlements.write(worker.attempt(id, claimed, target, remoteId), SETTLEMENT_PATIENCE);
        } catch (RuntimeException e) {
            // The lease runs out, and the sweep finds out what can be known.
            log.debug("The result of task {} could not be recorded: {}", task.id(), e.getMessage());
        } finally {
            inHand.remove(task.id());
            gates.done(task.applicationId());
            wake.ring();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Claims nothing more, waits for what is under way, and stops. */
    void stop(Duration patience) {
        running = false;
        wake.ring();
        long until = System.nanoTime() + patience.toNanos();
        try {
            // What it is just claiming is in hand only afterwards.
            thread.join(patience);
            while (!inHand.isEmpty() && System.nanoTime() - until < 0) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        requests.close();
        settlements.close();
        connectors.close();
    }
}
