package dev.syncline.export;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a list page by page: no more than a page is in memory, and each page is a statement of its own, so that however slowly a reader
 * takes it, the database keeps no old rows for it.
 */
@Component
public class Exports {

    public static final int PAGE = 500;
    static final int MOST_AT_ONCE = 4;

    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    /** The rows of a list, each page by the last row of the one before. */
    public interface Pages<T> {
        /** @param last null for the first page */
        List<T> after(@Nullable T last, int size);
    }

    /** Begins the answer. Called when the first page has been read: until then a refusal can still be told. */
    public interface Beginning<T> {
        RowWriter<T> begin() throws IOException;
    }

    /**
     * Writes all rows.
     *
     * @param progress hears of the number of rows written so far, with every page
     * @throws ProblemException TOO_MANY_REQUESTS when as many are under way as this server allows
     * @throws IOException when the reader went away
     */
    public <T> void run(Pages<T> pages, Beginning<T> beginning, LongConsumer progress) throws IOException {
        if (!free.tryAcquire()) {
            throw new ProblemException(ErrorCode.TOO_MANY_REQUESTS,
                    MOST_AT_ONCE + " exports are under way on this server already. Wait until one of them is done.");
        }
        try {
            writeAll(pages, beginning, progress);
        } finally {
            free.release();
        }
    }

    private static <T> void writeAll(Pages<T> pages, Beginning<T> beginning, LongConsumer progress) throws IOException {
        List<T> page = pages.after(null, PAGE);
        RowWriter<T> out = beginning.begin();
        long rows = 0;
        while (true) {
            for (T row : page) {
                out.write(row);
            }
            out.flush();
            rows += page.size();
            progress.accept(rows);
            if (page.size() < PAGE) {
                return;
            }
            page = pages.after(page.getLast(), PAGE);
        }
    }
}
