package dev.syncline.bulk;

/** A file that cannot be imported; the message is a sentence that says what to change. */
final class BadFile extends Exception {
    BadFile(String message) {
        super(message);
    }
}
