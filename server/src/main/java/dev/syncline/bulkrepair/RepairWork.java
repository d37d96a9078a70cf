package dev.syncline.bulkrepair;

import dev.syncline.background.Lease;
import dev.syncline.background.LeasedWork;
import dev.syncline.background.Workers;
import dev.syncline.modules.Modules;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Plans and runs beside the requests, takes over what another server has left lying, and keeps an eye on what was retried. */
@Component
class RepairWork implements LeasedWork {

    private static final Logger log = LoggerFactory.getLogger(RepairWork.class);

    private final BulkRepairRepository repairs;
    private final ItemRepository items;
    private final Planning planning;
    private final RepairRun run;
    private final Modules modules;
    private final Workers workers;
    private final Lease lease;
    private final Clock clock;
    /** What this server is at, and how often it was asked to go on since it began. */
    private final ConcurrentHashMap<UUID, Integer> asked = new ConcurrentHashMap<>();

    RepairWork(BulkRepairRepository repairs, ItemRepository items, Planning planning, RepairRun run, Modules modules, Workers workers,
            Lease lease, Clock clock) {
        this.repairs = repairs;
        this.items = items;
        this.planning = planning;
        this.run = run;
        this.modules = modules;
        this.workers = workers;
        this.lease = lease;
        this.clock = clock;
    }

    /** Goes on with one that this server holds. Whoever asks while it is just about to rest is heard all the same. */
    void work(UUID id) {
        if (asked.merge(id, 1, Integer::sum) == 1) {
            workers.submit(() -> {
                int heard;
                do {
                    heard = Objects.requireNonNull(asked.get(id), "nobody else forgets it");
                    guarded(id);
                } while (!asked.remove(id, heard));
            });
        }
    }

    private void guarded(UUID id) {
        try {
            repairs.find(id).ifPresent(this::goOn);
        } catch (Planning.NoLongerOurs e) {
            log.info("The plan of the bulk repair {} was given up.", id);
        } catch (RuntimeException e) {
            if (!lease.stopping()) {
                log.error("The bulk repair {} ended early.", id, e);
                repairs.fail(id, lease.holder(), clock.instant());
            }
        }
    }

    private void goOn(BulkRepair repair) {
        switch (repair.status()) {
            case PLANNING -> planning.plan(repair);
            case RUNNING -> {
                run.toTheEnd(repair);
                if (!modules.logIsOn()) {
                    // It goes on where it stopped once the log is on again.
                    repairs.giveBack(repair.id(), clock.instant());
                }
            }
            case PLANNED, PAUSED, STOPPED, DONE, CANCELLED, EXPIRED, FAILED -> {}
        }
    }

    @Override
    public void takeOver() {
        if (!asked.isEmpty()) {
            repairs.renew(List.copyOf(asked.keySet()), lease.holder(), lease.until());
        }
        repairs.underWay().forEach(id -> items.observe(id, clock.instant()));
        repairs.expire(clock.instant());
        if (modules.logIsOn()) {
            repairs.takeOver(lease.holder(), clock.instant(), lease.until()).forEach(repair -> work(repair.id()));
        }
    }

    @Override
    public void giveBack() {
        repairs.giveAllBack(lease.holder(), clock.instant());
    }
}
