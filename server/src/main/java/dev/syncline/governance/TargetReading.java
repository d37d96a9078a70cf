package dev.syncline.governance;

import dev.syncline.account.Accounts;
import dev.syncline.application.Target;
import dev.syncline.application.TargetListing;
import dev.syncline.application.Targets;
import dev.syncline.application.Unrecorded;
import dev.syncline.background.WorkGroups;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.RemoteAccount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Reads a target's accounts, page by page and never inside a transaction, and keeps when those known here were last used. */
@Component
class TargetReading {

    private static final int AT_ONCE = 1_000;

    private final Targets targets;
    private final TargetListing listing;
    private final ListedRepository listed;
    private final CheckRunRepository runs;
    private final Accounts accounts;
    private final WorkGroups groups;

    TargetReading(Targets targets, TargetListing listing, ListedRepository listed, CheckRunRepository runs, Accounts accounts,
            WorkGroups groups) {
        this.targets = targets;
        this.listing = listing;
        this.listed = listed;
        this.runs = runs;
        this.accounts = accounts;
        this.groups = groups;
    }

    boolean canList(UUID applicationId) {
        return targets.resolve(applicationId).filter(target -> listing.canList(target, ObjectType.ACCOUNT)).isPresent();
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
        return listing.accounts(target.get(), Set.of(), page -> groups.inGroup(run, ours, () -> keep(run, page)).isPresent(),
                Unrecorded.EXCHANGES);
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
