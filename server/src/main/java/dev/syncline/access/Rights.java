package dev.syncline.access;

/** The authorities endpoints are guarded by. Administrators and their API tokens have every right. */
final class Rights {

    static final String ADMINISTER = "ADMINISTER";

    private Rights() {}
}
