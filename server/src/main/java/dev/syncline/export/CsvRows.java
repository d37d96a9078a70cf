package dev.syncline.export;

import dev.syncline.web.Spreadsheet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Rows as CSV (RFC 4180): times in UTC, constants as the API names them, texts that no spreadsheet takes for formulas. */
final class CsvRows<T> implements RowWriter<T> {

    private final List<Column<T>> columns;
    private final CSVPrinter csv;

    CsvRows(OutputStream out, List<Column<T>> columns) throws IOException {
        this.columns = List.copyOf(columns);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(Spreadsheet.BYTE_ORDER_MARK);
        csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        csv.printRecord(columns.stream().map(Column::name));
    }

    @Override
    public void write(T row) throws IOException {
        csv.printRecord(columns.stream().map(column -> cell(column.value().apply(row))));
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    private static @Nullable Object cell(Object value) {
        return value instanceof String text ? Spreadsheet.harmless(text) : value;
    }
}
