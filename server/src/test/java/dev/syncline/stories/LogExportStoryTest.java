package dev.syncline.stories;

import static dev.syncline.stories.Story.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.syncline.connector.ObjectType;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a filter shows, as a file; also when it is very much, and when the reader is slow. */
class LogExportStoryTest {

    private static final int MANY = 100_000;
    private static final String EXPORT = "/api/v1/tasks/export";

    /** Rows of one application, a millisecond apart. */
    private static final String SEED = """
            insert into task (id, line_id, turn, application_id, application_name, object_type, object_id, object_name, action, source,
                takes_away, priority, initiator_kind, initiator_name, parameters, status, opened_at, attempts, settled_at)
            select (substr(lowest, 1, 24) || right(:application::text, 12))::uuid,
                gen_random_uuid(), 1, :application, 'Many', 'ACCOUNT', gen_random_uuid(), 'person ' || n, 'CREATE', 'MANUAL',
                false, 0, 'SYSTEM', 'Syncline', :parameters::jsonb, 'SUCCEEDED', :start::timestamptz + n * interval '1 ms', 1, :start
            from generate_series(0, :count - 1) as n
            cross join lateral (select uuid_floor(:start::timestamptz + n * interval '1 ms')::text as lowest) floor
            """;

    private static final String PARAMETERS = "{\"name\":\"somebody\",\"attributes\":{\"mail\":\"somebody@example.com\"},\"bind\":[],\"unbind\":[]}";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static TestServer server;
    private static ApiClient api;
    private static UUID many;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
        many = TaskSeed.application(server, "Many");
        seed(many, MANY, PARAMETERS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aHundredThousandRowsComeWholeAndInTheOrderOfTheList() throws Exception {
        List<String> names = new ArrayList<>();
        HttpResponse<InputStream> answer = exported("format=jsonl&application=" + many);
        try (BufferedReader lines = reader(answer)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                names.add(JsonMapper.shared().readTree(line).at("/object/name").asString());
            }
        }
        assertThat(names).hasSize(MANY);
        assertThat(names.getFirst()).as("newest first").isEqualTo("person " + (MANY - 1));
        assertThat(names.getLast()).isEqualTo("person 0");
        assertThat(names).doesNotHaveDuplicates();
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/jsonl"));
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValueSatisfying(
                name -> assertThat(name).matches("attachment; filename=\"synchronization-log-\\d{8}T\\d{6}Z\\.jsonl\""));
    }

    @Test
    void aReaderWhoStopsReadingHoldsNothingInTheDatabase() throws Exception {
        List<HttpResponse<InputStream>> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                slow.add(exported("format=jsonl&application=" + many));
            }
            Answer fifth = api.get(EXPORT + "?format=csv");
            assertThat(fifth.status()).isEqualTo(429);
            assertThat(fifth.field("detail")).contains("4 exports are under way");
            // None is done: each waits for its reader with no more than it is about to send.
            await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(heldTransactions()).isZero());
            try (BufferedReader lines = reader(slow.getFirst())) {
                assertThat(lines.lines().count()).as("the rest comes when it is read").isEqualTo(MANY);
            }
        } finally {
            for (HttpResponse<InputStream> one : slow) {
                one.body().close();
            }
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(api.get(EXPORT + "?format=csv&q=nobody").status())
                .as("who goes away makes room").isEqualTo(200));
    }

    @Test
    void anExportThatFailsInTheMiddleIsNeverTakenForWhole() throws Exception {
        UUID broken = TaskSeed.application(server, "Broken");
        seed(broken, 3_000, PARAMETERS);
        int unreadable = server.database().jdbc().sql("update task set parameters = '\"unreadable\"' where application_id = :id and object_name = 'person 100'")
                .param("id", broken).update();
        assertThat(unreadable).isEqualTo(1);
        HttpResponse<InputStream> answer = exported("format=csv&application=" + broken);
        assertThat(answer.statusCode()).as("it had begun").isEqualTo(200);
        List<String> read = new ArrayList<>();
        assertThatThrownBy(() -> {
            try (BufferedReader lines = reader(answer)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    read.add(line);
                }
            }
        }).isInstanceOf(IOException.class);
        assertThat(read).isNotEmpty().noneMatch(line -> line.contains("INTERNAL"));
        Answer atOnce = api.get(EXPORT + "?format=csv&order=oldest&application=" + broken);
        assertThat(atOnce.status()).as("what fails before it began is told").isEqualTo(500);
        assertThat(atOnce.field("code")).isEqualTo("INTERNAL");
    }

    @Test
    void aWholeOneEndsWithTheNumberOfItsRows() throws IOException {
        UUID few = TaskSeed.application(server, "Few");
        seed(few, 3, PARAMETERS);
        String answer = raw(EXPORT + "?format=jsonl&application=" + few);
        assertThat(answer).contains("Trailer: Syncline-Export-Rows");
        assertThat(answer.toLowerCase(Locale.ROOT)).endsWith("0\r\nsyncline-export-rows: 3\r\n\r\n");
    }

    @Test
    void noCellIsAFormula() throws IOException {
        UUID evil = TaskSeed.application(server, "=HYPERLINK(\"http://evil.example\")");
        new TaskSeed(server).in(evil, "=HYPERLINK(\"http://evil.example\")").object(ObjectType.ACCOUNT, "@SUM(A1)").user(UUID.randomUUID(), "+49 30")
                .initiator(UUID.randomUUID(), "-1").failed(FailureKind.REFUSED, "=1+1, \"quoted\"\nand in two lines").insert();
        CSVRecord row = csv("application=" + evil).getFirst();
        assertThat(row.get("application")).isEqualTo("'=HYPERLINK(\"http://evil.example\")");
        assertThat(row.get("object")).isEqualTo("'@SUM(A1)");
        assertThat(row.get("user")).isEqualTo("'+49 30");
        assertThat(row.get("initiator")).isEqualTo("'-1");
        assertThat(row.get("failure")).isEqualTo("'=1+1, \"quoted\"\nand in two lines");
    }

    @Test
    void itTakesTheFiltersAndTheOrderOfTheList() throws IOException {
        UUID app = TaskSeed.application(server, "Filtered");
        Instant start = server.clock().instant().minusSeconds(60);
        for (int i = 0; i < 3; i++) {
            new TaskSeed(server).in(app, "Filtered").object("failed " + i).opened(start.plusMillis(i)).failed(FailureKind.UNAVAILABLE, "Gone.").insert();
        }
        new TaskSeed(server).in(app, "Filtered").object("good").status(Status.SUCCEEDED).opened(start.plusMillis(9)).insert();
        assertThat(objects(csv("view=attention&application=" + app))).as("oldest first, as in the list").containsExactly("failed 0", "failed 1", "failed 2");
        assertThat(objects(csv("application=" + app))).containsExactly("good", "failed 2", "failed 1", "failed 0");
        assertThat(objects(csv("order=oldest&status=SUCCEEDED&application=" + app))).containsExactly("good");
        CSVRecord failed = csv("view=attention&application=" + app).getFirst();
        assertThat(failed.get("opened")).isEqualTo(start.toString());
        assertThat(failed.get("failureKind")).isEqualTo("UNAVAILABLE");
        assertThat(failed.get("attempts")).isEqualTo("1");
        assertThat(failed.get("maxAttempts")).isEqualTo("8");
    }

    @Test
    void whatAServerWithAFasterClockOpenedIsThereAsInTheList() throws IOException {
        UUID app = TaskSeed.application(server, "Ahead");
        Instant now = server.clock().instant();
        new TaskSeed(server).in(app, "Ahead").object("now").opened(now).insert();
        new TaskSeed(server).in(app, "Ahead").object("ahead").opened(now.plusSeconds(2)).insert();
        assertThat(objects(csv("application=" + app))).containsExactly("ahead", "now");
        assertThat(objects(csv("order=oldest&application=" + app))).containsExactly("now", "ahead");
        assertThat(objects(csv("to=" + now.plusSeconds(1) + "&application=" + app))).as("the end asked for still counts").containsExactly("now");
    }

    @Test
    void whatIsAskedForWronglyIsSaidBeforeAnythingIsSent() {
        assertThat(api.get(EXPORT).field("detail")).isEqualTo("\"format\" must be csv or jsonl; say which.");
        assertThat(api.get(EXPORT + "?format=xlsx").field("detail")).isEqualTo("\"format\" must be csv or jsonl, not \"xlsx\".");
        assertThat(api.get(EXPORT + "?format=csv&stat=FAILED").field("detail")).contains("There is no parameter \"stat\" here");
        assertThat(server.anonymous().get(EXPORT + "?format=csv").status()).isEqualTo(401);
    }

    private static void seed(UUID application, int count, String parameters) {
        server.database().jdbc().sql(SEED).param("application", application).param("count", count).param("parameters", parameters)
                .param("start", Timestamp.from(server.clock().instant().minus(Duration.ofHours(1)))).update();
    }

    /**
     * Of the server's connections: those that keep old rows from being cleaned away. What runs in the background is never long in a
     * transaction; one that waits for a reader would be in it for as long as the reader likes.
     */
    private static int heldTransactions() {
        return server.database().jdbc().sql("""
                select count(*) from pg_stat_activity
                where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
                    and xact_start < clock_timestamp() - interval '2 seconds'""")
                .query(Integer.class).single();
    }

    private static HttpResponse<InputStream> exported(String query) {
        return whenThereIsRoom(() -> exportedAtOnce(query), answer -> answer.statusCode() != 429);
    }

    private static HttpResponse<InputStream> exportedAtOnce(String query) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(server.url() + EXPORT + "?" + query))
                .header("Authorization", "Bearer " + TestServer.TOKEN).build(), BodyHandlers.ofInputStream());
    }

    private static BufferedReader reader(HttpResponse<InputStream> answer) {
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** Readers who went away in another test make room once the server notices. */
    private static <T> T whenThereIsRoom(Callable<T> asking, Predicate<T> isLetIn) {
        return await().atMost(Duration.ofSeconds(60)).until(asking, isLetIn);
    }

    /** The answer as it came over the wire, trailer fields and all. */
    private static String raw(String path) {
        return whenThereIsRoom(() -> rawAtOnce(path), answer -> !answer.startsWith("HTTP/1.1 429"));
    }

    private static String rawAtOnce(String path) throws IOException {
        URI base = URI.create(server.url());
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TestServer.TOKEN
                    + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<CSVRecord> csv(String query) throws IOException {
        Answer answer = whenThereIsRoom(() -> api.get(EXPORT + "?format=csv&" + query), one -> one.status() != 429);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.text()).startsWith("\uFEFF");
        return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(new StringReader(answer.text().substring(1)))
                .getRecords();
    }

    private static List<String> objects(List<CSVRecord> rows) {
        return rows.stream().map(row -> row.get("object")).toList();
    }
}
