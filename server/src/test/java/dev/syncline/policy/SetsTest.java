package dev.syncline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.syncline.fixtures.TestServer;
import dev.syncline.identity.Act;
import dev.syncline.identity.User;
import dev.syncline.identity.UserData;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many users are evaluated with as many statements as a few: nothing is done user by user. */
class SetsTest {

    private static final int FEW = 20;
    private static final int MANY = 400;

    private final TestServer server = TestServer.shared();
    private final Users users = server.bean(Users.class);

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheUsers() {
        String few = TestServer.unique("few");
        String many = TestServer.unique("many");
        policies(few);
        policies(many);
        List<User> fewPeople = join(few, FEW);
        List<User> manyPeople = join(many, MANY);
        long forFew = statements(() -> move(fewPeople, few));
        long forMany = statements(() -> move(manyPeople, many));
        assertThat(forFew).as("it is counted at all").isGreaterThan(10);
        assertThat(forMany).as("statements for %d users, when %d need %d", MANY, FEW, forFew).isLessThanOrEqualTo(forFew + 10);
        assertThat(tasks(few)).isEqualTo(FEW * 3);
        assertThat(tasks(many)).isEqualTo(MANY * 3);
    }

    /** Who moves loses one account and gains another. */
    private void policies(String team) {
        for (String job : List.of("sales", "engineering")) {
            String application = server.api().post("/api/v1/applications", Map.of("name", team + " " + job, "connector", "memory",
                    "settings", Map.of("name", team + job))).json().path("id").asString();
            String policy = server.api().post("/api/v1/policies", Map.of("name", team + " " + job,
                    "condition", "user.attributes[\"team\"] == \"" + team + "\" && user.attributes[\"job\"] == \"" + job + "\"",
                    "onLeaving", "DELETE", "enabled", true, "grants", List.of(Map.of("applicationId", application)))).json().path("id").asString();
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(server.api()
                    .get("/api/v1/policies/" + policy).json().path("lastRun").path("status").asString()).isEqualTo("DONE"));
        }
    }

    private List<User> join(String team, int count) {
        return users.createAll(IntStream.range(0, count).mapToObj(i -> data(team + "." + i, team, "sales")).toList(), Act.by(Actor.SYSTEM));
    }

    private void move(List<User> people, String team) {
        users.updateAll(people.stream().collect(Collectors.toMap(User::id, user -> data(user.userName(), team, "engineering"))),
                Act.by(Actor.SYSTEM));
    }

    private static UserData data(String userName, String team, String job) {
        return new UserData(userName, null, null, null, null, null, null, null, Map.of("team", team, "job", job));
    }

    private long tasks(String team) {
        return server.database().jdbc().sql("""
                select count(*) from task
                where source = 'PROVISIONING_POLICY' and user_id in (select id from users where starts_with(user_name, :prefix))""")
                .param("prefix", team + ".")
                .query(Long.class)
                .single();
    }

    /** How many the calling thread executes; the runner's go on meanwhile. */
    private static long statements(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Counter counter = new Counter(Thread.currentThread().getName());
        counter.setContext(logger.getLoggerContext());
        counter.start();
        Level before = logger.getLevel();
        boolean additive = logger.isAdditive();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(counter);
        try {
            work.run();
        } finally {
            logger.detachAppender(counter);
            logger.setAdditive(additive);
            logger.setLevel(before);
        }
        return counter.count;
    }

    private static final class Counter extends AppenderBase<ILoggingEvent> {

        private final String thread;
        private long count;

        Counter(String thread) {
            this.thread = thread;
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getThreadName().equals(thread) && event.getMessage().startsWith("Executing")) {
                count++;
            }
        }
    }
}
