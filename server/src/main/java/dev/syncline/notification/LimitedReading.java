package dev.syncline.notification;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads within a time limit, so that a look never gets in the way of the work it watches. */
@Component
class LimitedReading {

    private static final int LIMIT_SECONDS = 8;
    private static final String CANCELLED = "57014";

    private final JdbcClient jdbc;

    LimitedReading(DataSource dataSource) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setQueryTimeout(LIMIT_SECONDS);
        this.jdbc = JdbcClient.create(template);
    }

    /** @throws ProblemException TOOK_TOO_LONG when a statement took longer than the limit */
    <T> T read(Function<JdbcClient, T> reading) {
        try {
            return reading.apply(jdbc);
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof SQLException sql && CANCELLED.equals(sql.getSQLState())) {
                throw new ProblemException(ErrorCode.TOOK_TOO_LONG,
                        "Looking took longer than " + LIMIT_SECONDS + " seconds. Name the applications it is about.");
            }
            throw e;
        }
    }
}
