package dev.syncline.database;

import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a sentence instead of a stack trace when the tables cannot be brought up to date. */
final class MigrationFailure extends AbstractFailureAnalyzer<FlywayException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayException cause) {
        return cause instanceof FlywayValidateException
                ? new FailureAnalysis("The tables in the database were made by another version of Syncline. " + cause.getMessage(),
                        "Start the version that made them, or choose another database with --home or --database-url.", cause)
                : new FailureAnalysis("The database cannot be used: " + reason(rootFailure),
                        "Check --database-url: host, port, database, user and password.", cause);
    }

    /** The driver's own words are the innermost ones. */
    private static @Nullable String reason(Throwable e) {
        return e.getCause() == null ? e.getMessage() : reason(e.getCause());
    }
}
