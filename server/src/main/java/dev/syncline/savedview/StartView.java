package dev.syncline.savedview;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the log opens with: a saved view, or one that every installation has. Exactly one of the two is there.
 *
 * @param address of the saved view; null for one that is shipped
 */
@JsonIgnoreProperties(value = "address", allowGetters = true)
record StartView(@Nullable UUID viewId, Shipped shipped, @Nullable String address) {

    static final StartView USUAL = new StartView(null, Shipped.ATTENTION, null);

    /** Views that need not be saved; what they show is known to the console. */
    enum Shipped {
        /** What needs a person. */
        ATTENTION,
        NO_CALLBACK,
        /** Queued, running, or awaiting a callback. */
        UNDER_WAY,
        EVERYTHING
    }
}
