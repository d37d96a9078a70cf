package dev.syncline.integrity;

import dev.syncline.secret.Seal;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Walks the chain from its first batch to its last, and holds every record against what is there. */
final class Verification {

    private static final Map<String, String> WORDS = Map.of(
            "task", "the task's own row",
            "entry", "its operation log",
            "attempt", "its attempts",
            "wire_message", "its requests and responses",
            "audit_entry", "the entry",
            "sealed_notice", "the notice");

    private static final String PAYLOADS = "wire_message";

    private final Seal.@Nullable Check signatures;
    private final @Nullable Checkpoint checkpoint;
    private final Report report;
    private Map<UUID, Notice> notices = Map.of();
    private final Map<UUID, Counted> named = new HashMap<>();
    private @Nullable SealedBatch last;
    private boolean checkpointSeen;

    /** How many records name a notice, and which. */
    private static final class Counted {
        private long records;
        private byte[] sum = new byte[Hashes.LENGTH];
    }

    /**
     * @param signatures null when there are no public keys to check them with
     * @param checkpoint kept elsewhere; null for none
     */
    Verification(Seal.@Nullable Check signatures, @Nullable Checkpoint checkpoint, Report report) {
        this.signatures = signatures;
        this.checkpoint = checkpoint;
        this.report = report;
    }

    void run(Evidence evidence) throws IOException, SQLException {
        notices = evidence.notices().stream().collect(Collectors.toMap(Notice::id, Function.identity()));
        report.begins(evidence.batches());
        evidence.read(this::batch);
        named.forEach(this::compareWithNotice);
        Optional<String> stray = evidence.neverSealed();
        stray.ifPresent(what -> report.found(what + " settled long ago and was never sealed: it was put in by hand, or its record was removed."));
        if (checkpoint != null && !checkpointSeen) {
            report.found("The chain ends with batch " + (last == null ? 0 : last.number()) + ", and the checkpoint says that there was a batch "
                    + checkpoint.number() + ": its end was cut off.");
        }
        report.ends(last);
    }

    private void batch(SealedBatch batch, List<Evidence.Found> records) {
        chained(batch);
        if (signatures != null && !signatures.isGood(batch.signature(), batch.hash())) {
            report.found("Batch " + batch.number() + " has no good signature.");
        }
        complete(batch, records);
        records.forEach(record -> record(batch, record));
        last = batch;
        report.batch(batch, records.size());
    }

    private void chained(SealedBatch batch) {
        long expected = last == null ? 1 : last.number() + 1;
        byte[] previous = last == null ? SealedBatch.BEFORE_THE_FIRST : last.hash();
        if (batch.number() != expected) {
            report.found("Batch " + expected + " is missing; batch " + batch.number() + " follows.");
        } else if (!Arrays.equals(batch.previous(), previous)) {
            report.found("Batch " + batch.number() + " does not follow the batch before it: one of them was exchanged.");
        }
        if (!Arrays.equals(batch.computedHash(), batch.hash())) {
            report.found("Batch " + batch.number() + " was altered: its hash does not come from what it says.");
        }
        if (checkpoint != null && checkpoint.number() == batch.number()) {
            checkpointSeen = true;
            if (!Arrays.equals(checkpoint.hash(), batch.hash())) {
                report.found("Batch " + batch.number() + " is not the one of the checkpoint: the chain was made anew.");
            }
        }
    }

    private void complete(SealedBatch batch, List<Evidence.Found> records) {
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).sealed().position() != i) {
                report.found("Record " + i + " of batch " + batch.number() + " is missing or out of order.");
                return;
            }
        }
        if (records.size() != batch.records()) {
            report.found("Batch " + batch.number() + " had " + batch.records() + " records, and " + records.size() + " are there.");
        } else if (!Arrays.equals(Hashes.root(records.stream().map(found -> found.sealed().leaf()).toList()), batch.root())) {
            report.found("The records of batch " + batch.number() + " are not those that were sealed: their hashes were altered or reordered.");
        }
    }

    private void record(SealedBatch batch, Evidence.Found found) {
        SealedRecord sealed = found.sealed();
        if (sealed.followed()) {
            return;
        }
        count(sealed.erasedBy(), sealed.id());
        count(sealed.goneBy(), sealed.id());
        if (found.parts() == null) {
            if (!mayBeGone(sealed)) {
                report.found(name(sealed) + " is missing. It was sealed in batch " + batch.number() + " on " + batch.sealedAt() + ".");
            }
            return;
        }
        for (int i = 0; i < sealed.kind().tables().size(); i++) {
            String table = sealed.kind().tables().get(i);
            if (!samePart(sealed.parts(), found.parts(), i) && !(table.equals(PAYLOADS) && payloadsExpired(found))) {
                report.found(name(sealed) + ": " + WORDS.get(table) + " (" + table + ") is not as it was sealed in batch " + batch.number()
                        + " on " + batch.sealedAt() + ".");
            }
        }
        if (sealed.erasedBy() != null) {
            report.erased();
        }
    }

    private static boolean samePart(byte[] sealed, byte[] found, int part) {
        int from = part * Hashes.LENGTH;
        return Arrays.equals(sealed, from, from + Hashes.LENGTH, found, from, from + Hashes.LENGTH);
    }

    private boolean mayBeGone(SealedRecord sealed) {
        String what = sealed.kind() == Kind.AUDIT ? "AUDIT" : "TASKS";
        Notice own = sealed.goneBy() == null ? null : notices.get(sealed.goneBy());
        boolean expired = own != null && own.what().equals(what) || notices.values().stream().anyMatch(notice -> notice.covers(what, sealed.id()));
        if (expired) {
            report.expired();
        }
        return expired && sealed.kind() != Kind.NOTICE;
    }

    private boolean payloadsExpired(Evidence.Found found) {
        return notices.values().stream().anyMatch(notice -> notice.covers("PAYLOADS", found.sealed().id())
                && (notice.applicationId() == null || notice.applicationId().equals(found.applicationId())));
    }

    private void count(UUID notice, UUID record) {
        if (notice != null) {
            Counted counted = named.computeIfAbsent(notice, _ -> new Counted());
            counted.records++;
            counted.sum = Hashes.plus(counted.sum, record);
        }
    }

    private void compareWithNotice(UUID id, Counted counted) {
        Notice notice = notices.get(id);
        if (notice == null) {
            report.found(counted.records + " records say that they were erased by notice " + id + ", which is not there.");
        } else if (notice.digest() != null && (notice.records() != counted.records || !Arrays.equals(notice.digest(), counted.sum))) {
            report.found("Notice " + id + " is about " + notice.records() + " records, and other ones (" + counted.records + ") name it.");
        }
    }

    private static String name(SealedRecord sealed) {
        return switch (sealed.kind()) {
            case TASK -> "Task " + sealed.id();
            case AUDIT -> "Audit entry " + sealed.id();
            case NOTICE -> "Notice " + sealed.id();
        };
    }
}
