package dev.syncline.synclog;

import java.io.IOException;

/** Takes the rows of an export one after the other, and keeps none. */
interface RowWriter {

    void write(TaskRow row) throws IOException;

    /** Sends what was written so far on its way. */
    void flush() throws IOException;
}
