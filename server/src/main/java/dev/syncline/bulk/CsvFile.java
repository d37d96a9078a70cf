package dev.syncline.bulk;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180) in UTF-8, read row by row: never more than one row is in memory. A byte order mark is passed over, and the
 * delimiter is found out from the first line when it is not given.
 */
final class CsvFile implements Closeable {

    /** What one row may take up; an unclosed quotation mark would otherwise make the rest of the file one cell. */
    static final int MAX_ROW_LENGTH = 1_000_000;

    private static final int MAX_FIRST_LINE = 64_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<String> DELIMITERS = List.of(",", ";", "\t");

    /** @param number the line of the file where the row begins, counted from 1 */
    record Line(int number, List<String> cells) {}

    private final CSVParser parser;
    private final RowLimit limit;
    private final Iterator<CSVRecord> records;
    private final List<String> header;

    private CsvFile(BufferedReader reader, String delimiter) throws IOException, BadFile {
        limit = new RowLimit(reader, MAX_ROW_LENGTH);
        parser = CSVParser.builder()
                .setReader(limit)
                .setFormat(CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get())
                .get();
        records = parser.iterator();
        Line first = next();
        if (first == null) {
            throw new BadFile("The file is empty. Its first line must name the columns; userName is needed.");
        }
        header = first.cells().stream().map(String::strip).toList();
    }

    /** @param delimiter null to find it out */
    static CsvFile open(Path file, @Nullable String delimiter) throws IOException, BadFile {
        BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)), MAX_FIRST_LINE);
        try {
            passByteOrderMark(reader);
            return new CsvFile(reader, delimiter == null ? likelyDelimiter(reader) : delimiter);
        } catch (CharacterCodingException e) {
            reader.close();
            throw notUtf8(1);
        } catch (IOException | BadFile | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    List<String> header() {
        return header;
    }

    /** Null after the last row. Empty lines are passed over. */
    @Nullable Line next() throws BadFile {
        while (true) {
            int number = (int) parser.getCurrentLineNumber() + 1;
            limit.nextRow();
            try {
                if (!records.hasNext()) {
                    return null;
                }
                CSVRecord row = records.next();
                if (row.size() > 1 || !row.get(0).isBlank()) {
                    return new Line(number, row.toList());
                }
            } catch (UncheckedIOException e) {
                throw sentence(Objects.requireNonNull(e.getCause(), "it is made of one"), number);
            }
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static BadFile sentence(IOException e, int line) {
        return switch (e) {
            case CharacterCodingException _ -> notUtf8(line);
            case RowLimit.Exceeded _ -> new BadFile("The row that begins in line " + line + " has more than " + MAX_ROW_LENGTH
                    + " characters. Is a quotation mark left open there?");
            default -> new BadFile("The row that begins in line " + line + " is no proper CSV. Put cells that hold quotation marks in"
                    + " quotation marks, and double those inside.");
        };
    }

    private static BadFile notUtf8(int line) {
        return new BadFile("The file is not in UTF-8 (seen after line " + line + "). Save it as \"CSV UTF-8\" and upload it again.");
    }

    private static void passByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    private static String likelyDelimiter(BufferedReader reader) throws IOException {
        reader.mark(MAX_FIRST_LINE);
        char[] start = new char[MAX_FIRST_LINE - 1];
        int length = Math.max(0, reader.read(start, 0, start.length));
        reader.reset();
        String firstLine = new String(start, 0, length).lines().findFirst().orElse("");
        String likely = DELIMITERS.getFirst();
        for (String delimiter : DELIMITERS) {
            if (count(firstLine, delimiter) > count(firstLine, likely)) {
                likely = delimiter;
            }
        }
        return likely;
    }

    private static long count(String line, String delimiter) {
        return line.chars().filter(character -> character == delimiter.charAt(0)).count();
    }
}
