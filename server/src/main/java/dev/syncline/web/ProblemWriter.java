package dev.syncline.web;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem documents where no controller is: in filters, and for what Tomcat itself refuses. */
@Component
public class ProblemWriter {

    private static final Logger log = LoggerFactory.getLogger(ProblemWriter.class);

    private final JsonMapper mapper;
    private final List<ErrorFormat> formats;

    ProblemWriter(JsonMapper mapper, List<ErrorFormat> formats) {
        this.mapper = mapper;
        this.formats = List.copyOf(formats);
    }

    /** Does nothing when an answer has begun already. */
    public void write(ProblemException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        new Refusal(e.code().name(), ActorArgument.current()).isOf(request);
        write(Problem.of(e, request.getRequestURI()), request.getRequestURI(), response);
    }

    /** @param path that was asked for */
    void write(Problem problem, String path, HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            ErrorFormat format = formats.stream().filter(known -> known.isSpokenAt(path)).findFirst().orElse(null);
            response.resetBuffer();
            response.setStatus(problem.status());
            response.setContentType(format == null ? Problem.MEDIA_TYPE : format.mediaType());
            Object body = format == null ? problem : format.body(problem.status(), problem.detail());
            response.getOutputStream().write(mapper.writeValueAsBytes(body));
        }
    }

    /** An error of our own: logged once, here; the client gets only the id of the log line. */
    static Problem internal(Throwable e, String where) {
        UUID id = UUID.randomUUID();
        log.error("Error {} at {}", id, where, e);
        return Problem.of(ErrorCode.INTERNAL, "Something went wrong on our side. The server's log says more under the id " + id + ".",
                List.of(), "urn:uuid:" + id);
    }
}
