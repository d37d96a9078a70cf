package dev.syncline.web;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.sql.SQLException;
import java.util.Optional;

/** What only the database finds out about a request, and no fault of ours: by the states of PostgreSQL (appendix A of its manual). */
final class DatabaseRefusal {

    private DatabaseRefusal() {}

    /** Empty when it is a fault of ours. */
    static Optional<ProblemException> of(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                return explain(refused.getSQLState());
            }
        }
        return Optional.empty();
    }

    private static Optional<ProblemException> explain(String state) {
        return switch (state) {
            case "22021", "22P05" -> Optional.of(new ProblemException(ErrorCode.INVALID_INPUT,
                    "The request holds a NUL character, which no text here can have; remove it."));
            case "22008" -> Optional.of(new ProblemException(ErrorCode.INVALID_INPUT,
                    "A time lies too far away to be kept; use one between the years 1 and 9999."));
            case "23503" -> Optional.of(new ProblemException(ErrorCode.CONFLICT,
                    "Something that is named here was taken away at the same moment, and nothing was done. "
                            + "Look what is there, and send the request again."));
            case "40P01", "40001" -> Optional.of(new ProblemException(ErrorCode.CONFLICT,
                    "The same things were being changed by somebody else at the same moment, and nothing was done. Send the request again."));
            default -> Optional.empty();
        };
    }
}
