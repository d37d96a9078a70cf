package dev.syncline.runner;

import dev.syncline.application.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One gate per application, and how many of its tasks are in this server's hands. */
final class Gates {

    /**
     * This many times what may be sent at a time is in hand, so that the next task is there when one is done, and settlements can wait for
     * their neighbours.
     */
    private static final int IN_HAND = 10;

    /** Tasks of one claim at most, so that a claim stays short. */
    private static final int LARGEST_CLAIM = 200;

    private final Map<UUID, Gate> gates = new ConcurrentHashMap<>();
    private final Map<UUID, AtomicInteger> inHand = new ConcurrentHashMap<>();

    Gate of(UUID applicationId) {
        return gates.computeIfAbsent(applicationId, id -> new Gate());
    }

    /** Sets each gate to this server's share of its application's limits. */
    void share(Iterable<Target> targets, int servers) {
        for (Target target : targets) {
            Double rate = target.ratePerSecond() == null ? null : target.ratePerSecond() / servers;
            of(target.id()).limit(share(target, servers), rate);
        }
    }

    /** How many more tasks of each application this server can take; those that take none are left out. */
    Map<UUID, Integer> room(Iterable<Target> targets, int servers, Set<UUID> paused) {
        Map<UUID, Integer> room = new HashMap<>();
        for (Target target : targets) {
            int share = share(target, servers);
            int free = share * IN_HAND - count(target.id()).get();
            // Few large claims cost less than many small ones, and there is still something in hand.
            if (free >= share && !paused.contains(target.id())) {
                room.put(target.id(), Math.min(free, LARGEST_CLAIM));
            }
        }
        return room;
    }

    void taken(UUID applicationId) {
        count(applicationId).incrementAndGet();
    }

    void done(UUID applicationId) {
        count(applicationId).decrementAndGet();
    }

    private AtomicInteger count(UUID applicationId) {
        return inHand.computeIfAbsent(applicationId, id -> new AtomicInteger());
    }

    private static int share(Target target, int servers) {
        return Math.max(1, (target.maxConcurrency() + servers - 1) / servers);
    }
}
