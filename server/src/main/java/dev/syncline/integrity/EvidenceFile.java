package dev.syncline.integrity;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An export of a database's evidence, one JSON object a line: everything that is sealed, as it was when it was written. */
final class EvidenceFile implements Evidence {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TOGETHER = 50;

    private final Path file;

    EvidenceFile(Path file) {
        this.file = file;
    }

    /** Writes what a verification needs. */
    static void write(DatabaseEvidence evidence, Path file) throws IOException, SQLException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Notice notice : evidence.notices()) {
                line(out, new Line(notice, null, null, null));
            }
            Optional<String> stray = evidence.neverSealed();
            if (stray.isPresent()) {
                line(out, new Line(null, null, null, stray.get()));
            }
            evidence.readWithRows((batch, records) -> {
                line(out, new Line(null, batch, null, null));
                for (int from = 0; from < records.size(); from += TOGETHER) {
                    List<SealedRecord> some = records.subList(from, Math.min(records.size(), from + TOGETHER));
                    Map<UUID, List<List<Row>>> rows = evidence.rows(some);
                    some.forEach(record -> line(out, new Line(null, null, new Line.Sealed(record, rows.get(record.id())), null)));
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void line(BufferedWriter out, Line line) {
        try {
            out.write(JSON.writeValueAsString(line));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long batches() {
        return 0;
    }

    @Override
    public List<Notice> notices() throws IOException {
        List<Notice> notices = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (Line line = next(in); line != null && line.notice() != null; line = next(in)) {
                notices.add(line.notice());
            }
        }
        return notices;
    }

    @Override
    public void read(Reader reader) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            SealedBatch batch = null;
            List<Found> records = new ArrayList<>();
            for (Line line = next(in); line != null; line = next(in)) {
                if (line.batch() != null) {
                    hand(reader, batch, records);
                    batch = line.batch();
                    records = new ArrayList<>();
                } else if (line.record() != null) {
                    records.add(Found.of(line.record().record(), line.record().rows()));
                }
            }
            hand(reader, batch, records);
        }
    }

    private static void hand(Reader reader, @Nullable SealedBatch batch, List<Found> records) {
        if (batch != null) {
            reader.batch(batch, records);
        }
    }

    @Override
    public Optional<String> neverSealed() throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (Line line = next(in); line != null && line.batch() == null; line = next(in)) {
                if (line.neverSealed() != null) {
                    return Optional.of(line.neverSealed());
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable Line next(BufferedReader in) throws IOException {
        String line = in.readLine();
        try {
            return line == null ? null : JSON.readValue(line, Line.class);
        } catch (JacksonException e) {
            throw new IOException("A line of " + file + " cannot be read; the file is damaged or no export of evidence.", e);
        }
    }

    @Override
    public void close() {
        // each reading closes the file itself
    }
}
