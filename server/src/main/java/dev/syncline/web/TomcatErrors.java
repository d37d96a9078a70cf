package dev.syncline.web;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Open;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What no endpoint caught: errors in filters, and requests the firewall refuses. */
@Hidden
@RestController
class TomcatErrors implements ErrorController {

    private final ProblemWriter problems;

    TomcatErrors(ProblemWriter problems) {
        this.problems = problems;
    }

    @Open("It says what went wrong, and nothing else.")
    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            // Broken off in the middle: whoever did that has said why, and the reader can be told nothing more.
            return;
        }
        problems.write(problem(request), String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)), response);
    }

    private static Problem problem(HttpServletRequest request) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        Throwable error = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null) {
            String asked = request.getRequestURI();
            return Problem.of(new ProblemException(ErrorCode.NOT_FOUND, "There is nothing at " + asked + "."), asked);
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
        if (BodyLimit.TooLarge.causeOf(error)) {
            return Problem.of(BodyLimit.refusal(), path);
        }
        Optional<ProblemException> broken = BrokenRequest.of(error);
        if (broken.isPresent()) {
            return Problem.of(broken.get(), path);
        }
        if (status >= 500) {
            return ProblemWriter.internal(error, path);
        }
        ErrorCode code = Stream.of(ErrorCode.values()).filter(known -> known.status() == status).findFirst().orElse(ErrorCode.INVALID_INPUT);
        return Problem.of(new ProblemException(code, "The request was refused: " + code.title() + "."), path);
    }
}
