package dev.syncline.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import java.util.List;
import java.util.Objects;

/**
 * A problem document (RFC 9457).
 *
 * @param type "urn:syncline:problem:" and the code
 * @param detail a sentence that says what to change
 * @param instance path of the request, or the id under which the server logged an error of its own
 * @param code stable name of the error, for programs
 * @param errors what is wrong with which field; empty when it is not about fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String instance, String code, List<FieldError> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ErrorCode code, String detail, List<FieldError> errors, String instance) {
        return new Problem("urn:syncline:problem:" + code.name(), code.title(), code.status(), detail, instance, code.name(), errors);
    }

    static Problem of(ProblemException e, String instance) {
        return of(e.code(), Objects.requireNonNull(e.getMessage(), "a refusal has a sentence"), e.errors(), instance);
    }
}
