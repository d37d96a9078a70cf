package dev.syncline.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line; a line feed ends each (jsonlines.org). */
final class JsonLines<T> implements RowWriter<T> {

    private final OutputStream out;
    private final JsonMapper json;

    JsonLines(OutputStream out, JsonMapper json) {
        this.out = new BufferedOutputStream(out);
        this.json = json;
    }

    @Override
    public void write(T row) throws IOException {
        out.write(json.writeValueAsBytes(row));
        out.write('\n');
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
