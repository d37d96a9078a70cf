package dev.syncline.callback;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Open;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where targets answer later. */
@RestController
@Open("Targets come here; the signature is what counts.")
class CallbackController {

    private static final int LARGEST_BODY = 64 * 1024;

    private final Reception reception;

    CallbackController(Reception reception) {
        this.reception = reception;
    }

    @PostMapping("/callbacks/{applicationId}/{taskId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "A target's later answer, signed as Standard Webhooks says: {\"status\": \"succeeded\" or \"failed\", remoteId?, message?}")
    void callback(@PathVariable UUID applicationId, @PathVariable UUID taskId, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new ProblemException(ErrorCode.TOO_LARGE, "A callback's body may have at most " + LARGEST_BODY + " bytes.");
        }
        Received received = reception.receive(new Message(applicationId, taskId, headers(request), body, request.getRemoteAddr()));
        switch (received.verdict()) {
            case ACCEPTED, EARLY, DUPLICATE, LATE, IGNORED -> {}
            case FORGED, STALE -> throw new ProblemException(ErrorCode.UNAUTHENTICATED, received.explanation());
            case INVALID -> throw new ProblemException(ErrorCode.INVALID_INPUT, received.explanation());
        }
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name)));
        }
        return headers;
    }
}
