package dev.syncline.bulk;

import dev.syncline.background.Lease;
import dev.syncline.background.WorkGroups;
import dev.syncline.bulk.ProvisioningRun.Step;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Works a batch off, group by group: what a group changes, its tasks, its rows and the counts are one transaction. */
@Component
class BatchRun {

    private final BatchRepository batches;
    private final RowRepository rows;
    private final ImportRun imports;
    private final ProvisioningRun provisioning;
    private final UsersRun users;
    private final Lease lease;
    private final WorkGroups groups;
    private final JsonMapper json;
    private final Clock clock;

    BatchRun(BatchRepository batches, RowRepository rows, ImportRun imports, ProvisioningRun provisioning, UsersRun users,
            Lease lease, WorkGroups groups, JsonMapper json, Clock clock) {
        this.batches = batches;
        this.rows = rows;
        this.imports = imports;
        this.provisioning = provisioning;
        this.users = users;
        this.lease = lease;
        this.groups = groups;
        this.json = json;
        this.clock = clock;
    }

    /** Returns when it is done, was cancelled, was taken over, or the server is about to stop. */
    void toTheEnd(Batch batch) {
        switch (batch.kind()) {
            case IMPORT -> importToTheEnd(batch, json.readValue(batch.options(), ImportOptions.class));
            case PROVISIONING -> provisionToTheEnd(batch, json.readValue(batch.options(), ProvisioningOptions.class));
            case USERS -> usersToTheEnd(batch);
        }
    }

    private void importToTheEnd(Batch batch, ImportOptions options) {
        boolean more = true;
        while (more) {
            more = inGroup(batch, () -> importGroup(batch, options)).orElse(false);
        }
    }

    /** False when no row waited any more. */
    private boolean importGroup(Batch batch, ImportOptions options) {
        List<Row> done = imports.next(batch, options);
        if (done.isEmpty()) {
            end(batch);
            return false;
        }
        rows.update(done);
        count(batch, done);
        return true;
    }

    private void usersToTheEnd(Batch batch) {
        for (List<Integer> numbers : users.groups(batch)) {
            if (inGroup(batch, () -> usersGroup(batch, numbers)).isEmpty()) {
                return;
            }
        }
        inGroup(batch, () -> {
            end(batch);
            return true;
        });
    }

    private boolean usersGroup(Batch batch, List<Integer> numbers) {
        List<Row> done = users.next(batch, numbers);
        rows.update(done);
        count(batch, done);
        return true;
    }

    private void provisionToTheEnd(Batch batch, ProvisioningOptions options) {
        Row last = rows.last(batch.id());
        String userName = last.subject();
        int number = last.number();
        while (userName != null) {
            String after = userName;
            int lastNumber = number;
            Optional<Step> step = inGroup(batch, () -> provisionGroup(batch, options, after, lastNumber));
            userName = step.map(Step::next).orElse(null);
            number += step.map(done -> done.rows().size()).orElse(0);
        }
    }

    private Step provisionGroup(Batch batch, ProvisioningOptions options, String afterUserName, int lastNumber) {
        Step step = provisioning.next(batch, options, afterUserName, lastNumber);
        rows.insert(step.rows());
        count(batch, step.rows());
        if (step.next() == null) {
            end(batch);
        }
        return step;
    }

    /** Empty when the batch is no longer ours to work on. */
    private <T> Optional<T> inGroup(Batch batch, Supplier<T> work) {
        return groups.inGroup("the batch " + batch.id(), () -> isOurs(batch), work);
    }

    private boolean isOurs(Batch batch) {
        return batches.hold(batch.id(), Batch.Status.RUNNING, lease.holder(), lease.until()).isPresent();
    }

    private void count(Batch batch, List<Row> done) {
        Group.Counts counts = Group.count(done);
        batches.count(batch.id(), 0, 0, counts.opened(), counts.skipped());
    }

    private void end(Batch batch) {
        rows.forgetSecrets(batch.id());
        batches.end(batch.id(), Batch.Status.DONE, null, clock.instant());
    }
}
