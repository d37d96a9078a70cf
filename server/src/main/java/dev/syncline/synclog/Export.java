package dev.syncline.synclog;

import dev.syncline.export.Exports;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Rights;
import java.io.IOException;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Service;

/**
 * Everything a filter shows. A task that changes meanwhile is told as it is when its page comes; what is opened meanwhile is left out, so
 * that every export ends.
 */
@Service
class Export {

    private final Listing listing;
    private final Exports exports;

    Export(Listing listing, Exports exports) {
        this.listing = listing;
        this.exports = exports;
    }

    /**
     * Writes all rows.
     *
     * @param progress hears of the number of rows written so far, with every page
     * @throws ProblemException TOO_MANY_REQUESTS when as many are under way as this server allows
     * @throws IOException when the reader went away
     */
    void run(TaskFilter filter, Rights may, boolean oldestFirst, Exports.Beginning<TaskRow> beginning, LongConsumer progress) throws IOException {
        TaskFilter ending = asOfNow(filter);
        exports.run((last, size) -> listing.page(ending, may, oldestFirst, last == null ? null : last.id(), size), beginning, progress);
    }

    /** Up to the newest task there is: this server's clock may be behind that of the one which opened it. */
    private TaskFilter asOfNow(TaskFilter filter) {
        return listing.end()
                .filter(end -> filter.to() == null || end.isBefore(filter.to()))
                .map(end -> filter.between(filter.from(), end))
                .orElse(filter);
    }
}
