package dev.syncline.export;

import dev.syncline.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** How an export is written. */
public enum ExportFormat {
    /** RFC 4180. */
    CSV("text/csv;charset=UTF-8") {
        @Override
        <T> RowWriter<T> writer(OutputStream out, List<Column<T>> columns, JsonMapper json) throws IOException {
            return new CsvRows<>(out, columns);
        }
    },
    /** JSON Lines: each line is a row as the list answers it. */
    JSONL("application/jsonl;charset=UTF-8") {
        @Override
        <T> RowWriter<T> writer(OutputStream out, List<Column<T>> columns, JsonMapper json) {
            return new JsonLines<>(out, json);
        }
    };

    private final String contentType;

    ExportFormat(String contentType) {
        this.contentType = contentType;
    }

    abstract <T> RowWriter<T> writer(OutputStream out, List<Column<T>> columns, JsonMapper json) throws IOException;

    String contentType() {
        return contentType;
    }

    /** @throws ProblemException INVALID_INPUT for anything else, also for nothing */
    public static ExportFormat of(String name) {
        return Stream.of(values()).filter(format -> format.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> ProblemException.invalid("format", "\"format\" must be csv or jsonl"
                        + (name == null || name.isBlank() ? "; say which." : ", not \"" + name + "\".")));
    }
}
