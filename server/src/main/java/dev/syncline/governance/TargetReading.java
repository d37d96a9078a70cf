package dev.syncline.governance;

import dev.syncline.account.Accounts;
import dev.syncline.application.Target;
import dev.syncline.application.Targets;
import dev.syncline.application.Unrecorded;
import dev.syncline.background.WorkGroups;
import dev.syncline.connector.Capability;
import dev.syncline.connector.Connector;
import dev.syncline.connector.Listing;
import dev.syncline.connector.RemoteAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Reads a target's accounts, page by page and never inside a transaction, and keeps when those known here were last used. */
@Component
class TargetReading {

    private static final int PAGE = 200;
    private static final int AT_ONCE = 1_000;

    /** Far beyond what a target has, so that one that never ends does not fill the disk. */
    private static final int MOST = 5_000_000;
    private static final Duration LONGEST = Duration.ofHours(6);

    private final Targets targets;
    private final ListedRepository listed;
    private final CheckRunRepository runs;
    private final Accounts accounts;
    private final WorkGroups groups;

    TargetReading(Targets targets, ListedRepository listed, CheckRunRepository runs, Accounts accounts, WorkGroups groups) {
        this.targets = targets;
        this.listed = listed;
        this.runs = runs;
        this.accounts = accounts;
        this.groups = groups;
    }

    boolean canList(UUID applicationId) {
        return targets.resolve(applicationId).filter(TargetReading::canList).isPresent();
    }

    private static boolean canList(Target target) {
        return target.type().capabilities(target.settings()).contains(Capability.LIST_ACCOUNTS);
    }

    /**
     * @param ours whether the run is still this server's, in a transaction
     * @return why it failed, as a sentence; empty when every account was read, or the run is no longer ours
     */
    Optional<String> read(Run run, BooleanSupplier ours) {
        Optional<Target> target = targets.resolve(run.applicationId());
        if (target.isEmpty()) {
            return Optional.of("The application is gone, or its connector is not installed.");
        }
        if (!canList(target.get())) {
            return Optional.of("The application " + target.get().name() + " can no longer list its accounts.");
        }
        return list(run, target.get(), ours);
    }

    private Optional<String> list(Run run, Target target, BooleanSupplier ours) {
        AtomicInteger read = new AtomicInteger();
        AtomicReference<String> stopped = new AtomicReference<>();
        long until = System.nanoTime() + LONGEST.toNanos();
        try (Connector connector = target.type().open(target.settings())) {
            Listing listing = connector.list(PAGE, page -> {
                if (read.addAndGet(page.size()) > MOST || System.nanoTime() > until) {
                    stopped.set("The target did not come to an end after " + read.get() + " accounts.");
                    return false;
                }
                return groups.inGroup(run, ours, () -> keep(run, page)).isPresent();
            }, Unrecorded.EXCHANGES);
            return switch (listing) {
                case Listing.Complete _ -> Optional.empty();
                case Listing.LeftOff _ -> Optional.ofNullable(stopped.get());
                case Listing.Failed(String message) -> Optional.of("The accounts of " + target.name() + " could not be read. " + message);
            };
        } catch (IllegalArgumentException e) {
            return Optional.of("The connection of " + target.name() + " cannot work. " + e.getMessage());
        }
    }

    private boolean keep(Run run, List<RemoteAccount> page) {
        runs.listed(run.id(), listed.insert(run.id(), page));
        return true;
    }

    /** Keeps the last sign-ins that were read, some at a time. False when there were none left. */
    boolean keepSignIns(Run run) {
        Map<UUID, Instant> news = listed.news(run.id(), run.applicationId(), AT_ONCE);
        accounts.signedIn(news);
        return !news.isEmpty();
    }
}
