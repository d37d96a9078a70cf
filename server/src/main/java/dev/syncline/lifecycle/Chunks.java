package dev.syncline.lifecycle;

import dev.syncline.intake.Caused;
import dev.syncline.intake.Intake;
import dev.syncline.intake.Taken;
import java.util.ArrayList;
import java.util.List;

/** Hands in many changes in sets of a size that bounds what is held in memory. Their lines must be locked already. */
final class Chunks {

    private static final int SIZE = 2_000;

    private Chunks() {}

    /** What became of each change, in the order given. */
    static List<Taken> take(Intake intake, List<Caused> all) {
        List<Taken> taken = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += SIZE) {
            taken.addAll(intake.take(all.subList(from, Math.min(all.size(), from + SIZE))));
        }
        return taken;
    }
}
