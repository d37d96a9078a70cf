package dev.syncline.synclog;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the log within a time limit, so that a costly search takes neither the database nor the reader's patience. */
@Component
class Reading {

    private static final int LIMIT_SECONDS = 8;
    private static final String CANCELLED = "57014";

    private final JdbcClient jdbc;

    Reading(DataSource dataSource) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setQueryTimeout(LIMIT_SECONDS);
        this.jdbc = JdbcClient.create(template);
    }

    /** @throws ProblemException when a statement took longer than the limit */
    <T> T read(Function<JdbcClient, T> reading) {
        try {
            return reading.apply(jdbc);
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof SQLException sql && CANCELLED.equals(sql.getSQLState())) {
                throw new ProblemException(ErrorCode.TOOK_TOO_LONG, "Looking through the log for this took longer than " + LIMIT_SECONDS
                        + " seconds. Narrow it down: a period, an application, or more letters of the word searched for.");
            }
            throw e;
        }
    }
}
