package dev.syncline.problem;

/** The errors a client can see. The name is the stable code of the problem document (RFC 9457); clients may switch on it. */
public enum ErrorCode {
    INVALID_INPUT(400, "The input is not valid"),
    UNAUTHENTICATED(401, "Sign in first"),
    FORBIDDEN(403, "Not allowed"),
    MODULE_NOT_ENABLED(403, "Module not enabled"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    CONFLICT(409, "In conflict with what is there"),
    ALREADY_EXISTS(409, "Already exists"),
    STILL_IN_USE(409, "Still in use"),
    NOT_ALLOWED_IN_STATE(409, "Not possible in this state"),
    IDEMPOTENCY_KEY_REUSED(409, "The idempotency key belongs to another request"),
    VERSION_MISMATCH(412, "Changed by someone else meanwhile"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    VERSION_REQUIRED(428, "If-Match is required"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    TOOK_TOO_LONG(503, "Took too long"),
    INTERNAL(500, "Something went wrong on our side");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status (RFC 9110) that goes with it. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
