package dev.syncline.web;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.coyote.CloseNowException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every error an endpoint can end in, as a problem document. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemHandler {

    @ExceptionHandler
    ResponseEntity<Problem> refused(ProblemException e, HttpServletRequest request) {
        return answer(e, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        return answer(UnreadableBody.explain(e), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(BindException e, HttpServletRequest request) {
        List<FieldError> errors = e.getBindingResult().getAllErrors().stream()
                .map(error -> error instanceof org.springframework.validation.FieldError field
                        ? new FieldError(field.getField(), field.isBindingFailure() ? wrongValue(field) : words(field))
                        : new FieldError("", words(error)))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
        return answer(invalid(errors), request);
    }

    /** Not in the binder's own words, which name classes. */
    private static String wrongValue(org.springframework.validation.FieldError field) {
        Class<?> wanted = field.contains(TypeMismatchException.class) ? field.unwrap(TypeMismatchException.class).getRequiredType() : null;
        return WrongValue.words(field.getRejectedValue(), wanted);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(HandlerMethodValidationException e, HttpServletRequest request) {
        List<FieldError> errors = e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldError(name(result.getMethodParameter()), words(error))))
                .toList();
        return answer(invalid(errors), request);
    }

    private static String words(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
    }

    private static String name(MethodParameter parameter) {
        return Objects.requireNonNullElse(parameter.getParameterName(), "");
    }

    private static ProblemException invalid(List<FieldError> errors) {
        String detail = errors.stream().map(ProblemHandler::named).collect(Collectors.joining("; "));
        return new ProblemException(ErrorCode.INVALID_INPUT, "Not valid: " + detail + ".", errors);
    }

    /** What is said of a field may be a sentence of its own, or go on after its name. */
    private static String named(FieldError error) {
        String message = Objects.requireNonNullElse(error.message(), "is not valid");
        String words = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        if (error.field() == null || error.field().isEmpty()) {
            return words;
        }
        return error.field() + (Character.isUpperCase(words.codePointAt(0)) ? ": " : " ") + words;
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongType(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return answer(ProblemException.invalid(e.getName(), WrongValue.sentence(e.getName(), e.getValue(), e.getRequiredType())), request);
    }

    @ExceptionHandler({MissingRequestValueException.class, MissingServletRequestPartException.class})
    ResponseEntity<Problem> missing(Exception e, HttpServletRequest request) {
        return answer(new ProblemException(ErrorCode.INVALID_INPUT, sentence(e)), request);
    }

    private static String sentence(Exception e) {
        String detail = e instanceof ErrorResponse response ? response.getBody().getDetail() : null;
        return Objects.requireNonNullElse(detail == null ? e.getMessage() : detail, "Something that is needed is missing.");
    }

    @ExceptionHandler
    ResponseEntity<Problem> nothingThere(NoResourceFoundException e, HttpServletRequest request) {
        return answer(new ProblemException(ErrorCode.NOT_FOUND, "There is nothing at " + request.getRequestURI() + "."), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongMethod(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        String allowed = e.getSupportedHttpMethods() == null ? "" : e.getSupportedHttpMethods().stream()
                .map(Object::toString).sorted().collect(Collectors.joining(", "));
        ProblemException problem = new ProblemException(ErrorCode.METHOD_NOT_ALLOWED,
                e.getMethod() + " is not possible here" + (allowed.isEmpty() ? "." : "; possible: " + allowed + "."));
        return answer(Problem.of(problem, request.getRequestURI()), e.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongMediaType(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        ProblemException problem = new ProblemException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as "
                + e.getSupportedMediaTypes().stream().map(MediaType::toString).filter(type -> !type.contains("*")).distinct()
                        .collect(Collectors.joining(" or "))
                + " and say so in Content-Type, not as " + (e.getContentType() == null ? "nothing" : e.getContentType()) + ".");
        return answer(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongAccept(HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
        return answer(new ProblemException(ErrorCode.NOT_ACCEPTABLE, "This can be had as "
                + e.getSupportedMediaTypes().stream().map(MediaType::toString).collect(Collectors.joining(" or ")) + "; change Accept."), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> badUpload(MultipartException e, HttpServletRequest request) {
        if (e instanceof MaxUploadSizeExceededException) {
            return answer(new ProblemException(ErrorCode.TOO_LARGE, "The file is larger than an upload may be (256 MB). Split it."), request);
        }
        return answer(new ProblemException(ErrorCode.INVALID_INPUT, "The upload is not a complete multipart/form-data body."), request);
    }

    /** The client has gone, or a stream has ended: nobody is there to be told. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class})
    void gone() {
        // nothing to say and nothing to log
    }

    /** An answer that has begun and cannot be finished: the connection is closed in the middle, so that nobody takes it for whole. */
    @ExceptionHandler
    void brokenOff(CloseNowException e) throws CloseNowException {
        throw e;
    }

    @ExceptionHandler
    ResponseEntity<Problem> bug(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(new ProblemException(ErrorCode.INVALID_INPUT, sentence(e)), request);
        }
        if (BodyLimit.TooLarge.causeOf(e)) {
            return answer(BodyLimit.refusal(), request);
        }
        Optional<ProblemException> refusal = BrokenRequest.of(e).or(() -> DatabaseRefusal.of(e));
        if (refusal.isPresent()) {
            return answer(refusal.get(), request);
        }
        Problem problem = ProblemWriter.internal(e, request.getMethod() + " " + request.getRequestURI());
        return answer(problem, HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Problem> answer(ProblemException e, HttpServletRequest request) {
        return answer(Problem.of(e, request.getRequestURI()), HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
