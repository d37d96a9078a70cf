package dev.syncline.samples;

/** A sample application says no. */
public final class SampleRefusal extends RuntimeException {

    private final int status;
    private final String scimType;

    public SampleRefusal(int status, String message) {
        this(status, null, message);
    }

    /** @param scimType the SCIM error type (RFC 7644, table 9); null for none */
    SampleRefusal(int status, String scimType, String message) {
        super(message, null, false, false);
        this.status = status;
        this.scimType = scimType;
    }

    public int status() {
        return status;
    }

    String scimType() {
        return scimType;
    }
}
