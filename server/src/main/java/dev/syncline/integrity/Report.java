package dev.syncline.integrity;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a verification finds, told while it goes on. */
final class Report {

    private static final int MOST_TOLD = 20;
    private static final long EVERY_NANOS = 5_000_000_000L;

    private final PrintStream out;
    private final long began = System.nanoTime();
    private final List<String> findings = new ArrayList<>();
    private long told = began;
    private long total;
    private long batches;
    private long records;
    private long erased;
    private long expired;
    private long found;

    Report(PrintStream out) {
        this.out = out;
    }

    /** @param total batches there are; 0 when not known */
    void begins(long total) {
        this.total = total;
    }

    void batch(SealedBatch batch, int size) {
        batches++;
        records += size;
        if (System.nanoTime() - told > EVERY_NANOS) {
            told = System.nanoTime();
            out.printf(Locale.ROOT, "%,d records in %,d batches%s ...%n", records, batches, total > 0 ? " of " + total : "");
        }
    }

    void erased() {
        erased++;
    }

    void expired() {
        expired++;
    }

    void found(String sentence) {
        found++;
        if (findings.size() < MOST_TOLD) {
            findings.add(sentence);
            out.println((findings.size() == 1 ? "FIRST: " : "       ") + sentence);
        }
    }

    void ends(@Nullable SealedBatch last) {
        double seconds = Math.max(0.001, (System.nanoTime() - began) / 1e9);
        out.printf(Locale.ROOT, "%,d records in %,d batches, %,d erased, %,d expired; %,.0f records a second.%n", records, batches, erased,
                expired, records / seconds);
        if (last != null) {
            out.println("The chain ends with batch " + last.number() + ", sealed on " + last.sealedAt() + ".");
        }
        out.println(found == 0 ? "Everything is as it was sealed." : found + (found == 1 ? " finding" : " findings")
                + (found > MOST_TOLD ? ", of which the first " + MOST_TOLD + " are told" : "") + ": this is not what was sealed.");
    }

    boolean isGood() {
        return found == 0;
    }

    List<String> findings() {
        return List.copyOf(findings);
    }
}
