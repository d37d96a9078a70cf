package dev.syncline.database;

/** The database cannot be had; the message says why and what to do, for the one who starts the server. */
public final class DatabaseException extends RuntimeException {

    DatabaseException(String message) {
        super(message);
    }

    DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
