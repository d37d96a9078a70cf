package dev.syncline.scim;

import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.exceptions.ResponseException;
import de.captaingoldfish.scim.sdk.common.response.ErrorResponse;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import dev.syncline.audit.Audit;
import dev.syncline.identity.Act;
import dev.syncline.journal.Actor;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For holders of API tokens. Everything below the path is the library's; {@code Schemas} describes it. */
@Hidden
@RestController
@Needs(Right.INBOUND_SCIM)
class ScimController {

    static final String PATH = "/scim/v2";
    private static final String MEDIA_TYPE = "application/scim+json";
    private static final int LARGEST = 1 << 20;

    private final ScimRequests requests;
    private final Environment environment;
    private final Audit audit;

    ScimController(ScimRequests requests, Environment environment, Audit audit) {
        this.requests = requests;
        this.environment = environment;
        this.audit = audit;
    }

    @RequestMapping({PATH, PATH + "/**"})
    void handle(HttpServletRequest request, HttpServletResponse response, Actor actor) throws IOException {
        ScimResponse answer = answer(request, actor);
        tell(answer);
        write(answer, response);
    }

    private ScimResponse answer(HttpServletRequest request, Actor actor) throws IOException {
        HttpMethod method = Arrays.stream(HttpMethod.values()).filter(known -> known.name().equals(request.getMethod())).findFirst().orElse(null);
        if (method == null) {
            return refusal(405, request.getMethod() + " is not possible here; possible: GET, POST, PUT, PATCH, DELETE.");
        }
        int largest = request.getRequestURI().endsWith("/Bulk") ? ScimConfiguration.LARGEST_BULK : LARGEST;
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            return refusal(413, "The body is larger than " + (largest >> 20) + " MiB; send less at once.");
        }
        String text = body.length == 0 ? null : new String(body, StandardCharsets.UTF_8);
        return requests.answer(new ScimRequests.Request(url(request), method, text, headers(request)), Act.by(actor));
    }

    private static ScimResponse refusal(int status, String sentence) {
        return new ErrorResponse(new ResponseException(sentence, status, null));
    }

    /** As the outside knows it. */
    private String url(HttpServletRequest request) {
        String base = environment.getProperty("syncline.public-url", "");
        String own = request.getRequestURL().substring(0, request.getRequestURL().indexOf(PATH));
        String path = request.getRequestURI().substring(request.getRequestURI().indexOf(PATH));
        String trimmed = path.length() > PATH.length() && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return (base.isBlank() ? own : base.replaceFirst("/$", "")) + trimmed
                + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Collections.list(request.getHeaderNames()).forEach(name -> headers.put(name, request.getHeader(name)));
        // Any version will do (RFC 9110, section 13.1.1); the library would look for one that is called so.
        headers.remove(HttpHeaders.IF_MATCH, "*");
        return headers;
    }

    /** Its own library reads and writes the bodies, so that the audit has to be told what they are about. */
    private void tell(ScimResponse answer) {
        String type = answer.path("meta").path("resourceType").asText("");
        if (!type.isEmpty()) {
            audit.about(type.toLowerCase(Locale.ROOT), answer.path("id").asText(null),
                    answer.path("userName").asText(answer.path("displayName").asText(null)));
        }
    }

    private static void write(ScimResponse answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getHttpStatus());
        answer.getHttpHeaders().forEach(response::setHeader);
        String version = answer.path("meta").path("version").asText("");
        if (!version.isEmpty()) {
            // The library leaves it out after a PUT.
            response.setHeader(HttpHeaders.ETAG, version);
        }
        response.setContentType(MEDIA_TYPE);
        if (!answer.isEmpty() && answer.getHttpStatus() != 304) {
            response.getOutputStream().write(answer.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
