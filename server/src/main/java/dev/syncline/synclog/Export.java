package dev.syncline.synclog;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Service;

/**
 * Everything a filter shows, page by page: no more than a page is in memory, and each page is a statement of its own, so that
 * however slowly a reader takes it, the database keeps no old rows for it. A task that changes meanwhile is told as it is when its
 * page comes; what is opened meanwhile is left out, so that every export ends.
 */
@Service
class Export {

    static final int PAGE = 500;
    static final int MOST_AT_ONCE = 4;

    private final Listing listing;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    Export(Listing listing) {
        this.listing = listing;
    }

    /** Begins the answer. Called when the first page has been read: until then a refusal can still be told. */
    interface Beginning {
        RowWriter begin() throws IOException;
    }

    /**
     * Writes all rows.
     *
     * @param progress hears of the number of rows written so far, with every page
     * @throws ProblemException TOO_MANY_REQUESTS when as many are under way as this server allows
     * @throws IOException when the reader went away
     */
    void run(TaskFilter filter, boolean oldestFirst, Beginning beginning, LongConsumer progress) throws IOException {
        if (!free.tryAcquire()) {
            throw new ProblemException(ErrorCode.TOO_MANY_REQUESTS,
                    MOST_AT_ONCE + " exports are under way on this server already. Wait until one of them is done.");
        }
        try {
            writeAll(asOfNow(filter), oldestFirst, beginning, progress);
        } finally {
            free.release();
        }
    }

    private void writeAll(TaskFilter filter, boolean oldestFirst, Beginning beginning, LongConsumer progress) throws IOException {
        List<TaskRow> page = listing.page(filter, oldestFirst, null, PAGE);
        RowWriter out = beginning.begin();
        long rows = 0;
        while (true) {
            for (TaskRow row : page) {
                out.write(row);
            }
            out.flush();
            rows += page.size();
            progress.accept(rows);
            if (page.size() < PAGE) {
                return;
            }
            page = listing.page(filter, oldestFirst, page.getLast().id(), PAGE);
        }
    }

    /** Up to the newest task there is: this server's clock may be behind that of the one which opened it. */
    private TaskFilter asOfNow(TaskFilter filter) {
        return listing.end()
                .filter(end -> filter.to() == null || end.isBefore(filter.to()))
                .map(end -> filter.between(filter.from(), end))
                .orElse(filter);
    }
}
