package dev.syncline.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * An export over HTTP. One that fails after it has begun is broken off: its last chunk never comes (RFC 9112, section 8), which every client
 * tells from a whole one. A whole one ends with the number of its rows as a trailer field.
 */
@Component
public class ExportAnswer {

    static final String ROWS = "Syncline-Export-Rows";

    private static final Logger log = LoggerFactory.getLogger(ExportAnswer.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final JsonMapper json;
    private final Clock clock;

    ExportAnswer(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Writes the rows. */
    public interface Work<T> {
        void run(Exports.Beginning<T> beginning, LongConsumer progress) throws IOException;
    }

    /**
     * What an export is.
     *
     * @param stem of the file's name
     * @param columns when it is CSV
     */
    public record File<T>(String stem, ExportFormat format, List<Column<T>> columns) {}

    /** How far it came. */
    public record Extent(long rows, String words) {}

    /**
     * @throws CloseNowException when it failed after it had begun
     * @return how far it came
     */
    public <T> Extent write(File<T> file, Work<T> work, HttpServletRequest request, HttpServletResponse response) throws IOException {
        AtomicLong rows = new AtomicLong();
        try {
            work.run(() -> begin(file, rows, request, response), rows::set);
            return new Extent(rows.get(), "all of");
        } catch (CloseNowException e) {
            throw e;
        } catch (IOException e) {
            return new Extent(rows.get(), "until the reader went away,");
        } catch (RuntimeException e) {
            if (!response.isCommitted()) {
                throw e;
            }
            log.error("An export was broken off after {} rows: {}", rows, request.getRequestURI(), e);
            throw new CloseNowException("The export could not be finished", e);
        }
    }

    private <T> RowWriter<T> begin(File<T> file, AtomicLong rows, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(file.format().contentType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s-%s.%s\""
                .formatted(file.stem(), STAMP.format(clock.instant()), file.format().name().toLowerCase(Locale.ROOT)));
        if (!"HTTP/1.0".equals(request.getProtocol())) {
            response.setHeader(HttpHeaders.TRAILER, ROWS);
            response.setTrailerFields(() -> Map.of(ROWS, rows.toString()));
        }
        // From here on the body comes in chunks, however short it is.
        response.flushBuffer();
        return file.format().writer(response.getOutputStream(), file.columns(), json);
    }
}
