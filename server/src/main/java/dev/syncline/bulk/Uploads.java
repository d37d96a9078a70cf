package dev.syncline.bulk;

import static dev.syncline.problem.ErrorCode.INVALID_INPUT;

import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes in files of every kind. What is wrong with a file as a whole is said at once; its rows are read in the background. */
@Component
class Uploads {

    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

    private final Background background;

    Uploads(Background background) {
        this.background = background;
    }

    /**
     * @param delimiter null to find it out from the header
     * @param begin makes the batch, from the name of the file
     */
    Batch take(MultipartFile upload, @Nullable String delimiter, Columns.Sheet sheet, Function<String, Batch> begin) {
        if (delimiter != null && !DELIMITERS.contains(delimiter)) {
            throw ProblemException.invalid("options.delimiter", "The delimiter must be a comma, a semicolon, a tab or a vertical bar.");
        }
        Path file = keep(upload);
        try {
            checkHeader(file, delimiter, sheet);
            Batch batch = begin.apply(name(upload));
            background.read(batch, delimiter, file);
            return batch;
        } catch (RuntimeException e) {
            delete(file);
            throw e;
        }
    }

    /** The first line of a file with these columns. */
    static String header(Stream<String> columns) {
        return columns
                .map(column -> column.contains(",") || column.contains("\"") ? '"' + column.replace("\"", "\"\"") + '"' : column)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static Path keep(MultipartFile upload) {
        try {
            Path file = Files.createTempFile("syncline-import", ".csv");
            upload.transferTo(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkHeader(Path file, @Nullable String delimiter, Columns.Sheet sheet) {
        try (CsvFile csv = CsvFile.open(file, delimiter)) {
            Columns.of(csv.header(), sheet);
        } catch (BadFile e) {
            throw new ProblemException(INVALID_INPUT, e.getMessage(), List.of(new FieldError("file", e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(MultipartFile upload) {
        String name = upload.getOriginalFilename();
        return name == null || name.isBlank() ? "import.csv" : name.replaceAll("\\p{Cntrl}", "").replaceFirst("^.*[/\\\\]", "");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
