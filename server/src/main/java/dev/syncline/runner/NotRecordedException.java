package dev.syncline.runner;

/** A request could not be put on record, and therefore was not sent. */
final class NotRecordedException extends RuntimeException {

    NotRecordedException(RuntimeException cause) {
        super("The request could not be put on record and was not sent.", cause);
    }
}
