package dev.syncline.export;

import java.io.IOException;

/** Takes the rows of an export one after the other, and keeps none. */
public interface RowWriter<T> {

    void write(T row) throws IOException;

    /** Sends what was written so far on its way. */
    void flush() throws IOException;
}
