package dev.syncline.keys;

import dev.syncline.audit.Audit;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.secret.KeyRing;
import dev.syncline.secret.SealedColumn;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The keys as an administrator sees and changes them. */
@Service
class Keys {

    private final KeyRing ring;
    private final SealedRows rows;
    private final List<SealedColumn> columns;
    private final Audit audit;

    Keys(KeyRing ring, SealedRows rows, List<SealedColumn> columns, Audit audit) {
        this.ring = ring;
        this.rows = rows;
        this.columns = columns;
        this.audit = audit;
    }

    /**
     * @param seals whether it is the one that seals now
     * @param madeBy null for the first
     * @param retiredAt null while it is in the set
     * @param sealed how many secrets can be opened with it alone
     * @param payloads whether payloads at rest can be opened with it alone; they are not sealed anew, and go with their period of retention
     */
    record KeyView(long id, boolean seals, Instant madeAt, String madeBy, @Nullable Instant retiredAt, long sealed, boolean payloads) {}

    /**
     * @param wrappedBy where the key is that these are wrapped with
     * @param toSealAnew how many values older keys have sealed; it goes down by itself
     */
    record KeysView(String wrappedBy, long toSealAnew, List<KeyView> keys) {}

    KeysView now() {
        Map<String, Long> counts = counts();
        List<KeyView> keys = ring.keys().stream()
                .map(key -> new KeyView(key.id(), key.primary(), key.madeAt(), key.madeBy(), key.retiredAt(), sealed(key, counts),
                        key.retiredAt() == null && rows.payloads(key.prefix())))
                .toList();
        return new KeysView(ring.wrappedBy(), keys.stream().filter(key -> !key.seals()).mapToLong(KeyView::sealed).sum(), keys);
    }

    KeysView rotate(Actor by) {
        long before = ring.primary();
        ring.rotate(by.name());
        audit.changed(Map.of("seals", before), Map.of("seals", ring.primary()));
        return now();
    }

    /** @throws ProblemException CONFLICT while something is sealed with it */
    KeysView retire(long id) {
        Map<String, Long> counts = counts();
        long left = ring.keys().stream().filter(key -> key.id() == id).mapToLong(key -> sealed(key, counts)).sum();
        if (left > 0) {
            throw new ProblemException(ErrorCode.CONFLICT, left + " values are still sealed with the key " + id
                    + ". They are sealed anew in the background; retire it when none is left.");
        }
        if (ring.keys().stream().anyMatch(key -> key.id() == id && rows.payloads(key.prefix()))) {
            throw new ProblemException(ErrorCode.CONFLICT, "Payloads at rest are still sealed with the key " + id
                    + ". Retire it when their period of retention is over.");
        }
        ring.retire(id);
        audit.about("key", id, null);
        return now();
    }

    private static long sealed(KeyRing.Key key, Map<String, Long> counts) {
        return counts.getOrDefault(HexFormat.of().formatHex(key.prefix()), 0L);
    }

    private Map<String, Long> counts() {
        Map<String, Long> all = new HashMap<>();
        columns.forEach(column -> rows.counts(column).forEach((prefix, count) -> all.merge(prefix, count, Long::sum)));
        return all;
    }
}
