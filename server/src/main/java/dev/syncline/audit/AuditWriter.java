package dev.syncline.audit;

import dev.syncline.background.GroupWriter;
import dev.syncline.id.Ids;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes entries, those of many requests at the same time in one transaction. Never in the transaction of the act itself: an act that is
 * rolled back was tried all the same.
 */
@Component
class AuditWriter {

    private static final Duration PATIENCE = Duration.ofMillis(1);
    private static final int LARGEST = 200;

    /** Far longer than a request may take. */
    private static final Duration ABANDONED_AFTER = Duration.ofHours(2);

    private final AuditEntries entries;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final GroupWriter<Intent> intents;
    private final GroupWriter<Ending> endings;

    AuditWriter(AuditEntries entries, JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.entries = entries;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.intents = new GroupWriter<>("audit-intents", LARGEST, 1, this::begin);
        this.endings = new GroupWriter<>("audit-endings", LARGEST, 1, this::end);
    }

    /** Returns once the intent is durable; what it announces may be done then. */
    void begin(Intent intent) {
        intents.write(intent, PATIENCE);
    }

    /** Returns once everybody can see the outcome. A power failure may still lose it: then the outcome is unknown, which is the truth. */
    void end(Ending ending) {
        endings.write(ending, PATIENCE);
    }

    private void begin(List<Intent> group) {
        transaction.executeWithoutResult(_ -> entries.begin(group));
    }

    private void end(List<Ending> group) {
        transaction.executeWithoutResult(_ -> {
            jdbc.execute("set local synchronous_commit = off");
            entries.end(group);
        });
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
    void abandon() {
        var now = clock.instant();
        transaction.executeWithoutResult(_ -> entries.abandon(Ids.lowest(now.minus(ABANDONED_AFTER)), now));
    }

    @PreDestroy
    void close() {
        intents.close();
        endings.close();
    }
}
