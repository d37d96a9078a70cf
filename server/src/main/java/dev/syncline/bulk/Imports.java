package dev.syncline.bulk;

import static dev.syncline.problem.ErrorCode.INVALID_INPUT;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.journal.Actor;
import dev.syncline.mapping.Mapping;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes in CSV files. What is wrong with a file as a whole is said at once; its rows are read in the background. */
@Service
class Imports {

    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

    private final Applications applications;
    private final Batches batches;
    private final Background background;
    private final JsonMapper json;

    Imports(Applications applications, Batches batches, Background background, JsonMapper json) {
        this.applications = applications;
        this.batches = batches;
        this.background = background;
        this.json = json;
    }

    Batch upload(MultipartFile upload, UUID applicationId, String optionsText, Actor actor) {
        Application application = applications.get(applicationId);
        ImportOptions options = options(optionsText);
        Path file = keep(upload);
        try {
            checkHeader(file, options);
            Batch batch = batches.begin(
                    Batch.Kind.IMPORT, application, name(upload), json.writeValueAsString(options), 0, actor);
            background.read(batch, options, file);
            return batch;
        } catch (RuntimeException e) {
            delete(file);
            throw e;
        }
    }

    /** The first line of a file for this application. */
    String template(UUID applicationId) {
        Stream<String> targets = applications.get(applicationId).mappings().stream()
                .map(Mapping::target)
                .map(target -> Columns.ATTRIBUTE + target);
        return Stream.concat(Columns.KNOWN.stream(), targets)
                .map(column -> column.contains(",") || column.contains("\"") ? '"' + column.replace("\"", "\"\"") + '"' : column)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private ImportOptions options(String text) {
        if (text == null || text.isBlank()) {
            return new ImportOptions(null, null, null);
        }
        try {
            ImportOptions options = json.readValue(text, ImportOptions.class);
            if (options.delimiter() == null || DELIMITERS.contains(options.delimiter())) {
                return options;
            }
        } catch (JacksonException e) {
            throw ProblemException.invalid("options",
                    "options must be JSON such as {\"existing\":\"SKIP\",\"createUsers\":true}; existing is SKIP or UPDATE.");
        }
        throw ProblemException.invalid("options.delimiter", "The delimiter must be a comma, a semicolon, a tab or a vertical bar.");
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

    private static void checkHeader(Path file, ImportOptions options) {
        try (CsvFile csv = CsvFile.open(file, options.delimiter())) {
            Columns.of(csv.header());
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
