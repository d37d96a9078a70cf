package dev.syncline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.syncline.database.EmbeddedPostgres.Durability;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresTest {

    @TempDir
    Path folder;

    @BeforeEach
    void closeTheFolderAsRootsFoldersAre() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void keepsItsDataBetweenStarts() {
        try (EmbeddedPostgres first = start()) {
            jdbc(first).sql("create table kept (n int)").update();
            jdbc(first).sql("insert into kept values (7)").update();
        }
        try (EmbeddedPostgres second = start()) {
            assertThat(jdbc(second).sql("select n from kept").query(Integer.class).single()).isEqualTo(7);
        }
    }

    @Test
    void isDurableAndRefusesWhoHasNoPassword() throws IOException {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
            assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(postgres, "data_checksums")).isEqualTo("on");
            assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
            DriverManagerDataSource stranger = new DriverManagerDataSource(postgres.url("postgres"), postgres.user(), "guess");
            assertThatThrownBy(stranger::getConnection).hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(folder.resolve("password"))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.readString(folder.resolve("postgres.log"))).doesNotContain(postgres.password());
        }
    }

    @Test
    void isStartedAgainWhenItWasKilled() {
        try (EmbeddedPostgres postgres = start()) {
            jdbc(postgres).sql("create table kept (n int)").update();
            long killed = postgres.pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(90)).ignoreExceptions().untilAsserted(() ->
                    assertThat(jdbc(postgres).sql("select count(*) from kept").query(Long.class).single()).isZero());
            assertThat(postgres.pid()).isNotEqualTo(killed);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void goesWithItsServerWhenThatIsKilledAndRecovers() throws IOException {
        Process server = anotherServer();
        try (BufferedReader output = server.inputReader()) {
            String line = output.lines().filter(text -> text.startsWith("committed ")).findFirst().orElseThrow();
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(line.substring("committed ".length()))).orElseThrow();
            server.destroyForcibly();
            await().atMost(Duration.ofSeconds(90)).until(() -> !postmaster.isAlive());
        }
        try (EmbeddedPostgres next = start()) {
            assertThat(jdbc(next).sql("select n from committed").query(Integer.class).single()).isEqualTo(42);
        }
    }

    /** The processes of the killed ones may still be going when the next server starts. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void startsAfterServerAndDatabaseWereKilledTogether() throws IOException {
        Process server = anotherServer();
        try (BufferedReader output = server.inputReader()) {
            String line = output.lines().filter(text -> text.startsWith("committed ")).findFirst().orElseThrow();
            server.destroyForcibly();
            ProcessHandle.of(Long.parseLong(line.substring("committed ".length()))).ifPresent(ProcessHandle::destroyForcibly);
        }
        server.onExit().join();
        try (EmbeddedPostgres next = start()) {
            assertThat(jdbc(next).sql("select n from committed").query(Integer.class).single()).isEqualTo(42);
        }
    }

    @Test
    void leavesNoProcessBehind() {
        EmbeddedPostgres postgres = start();
        ProcessHandle postmaster = ProcessHandle.of(postgres.pid()).orElseThrow();
        postgres.close();
        assertThat(postmaster.isAlive()).isFalse();
    }

    @Test
    void aFolderBelongsToOneAtATime() {
        try (EmbeddedPostgres first = start()) {
            assertThat(first.pid()).isPositive();
            assertThatThrownBy(this::start).isInstanceOf(DatabaseException.class).hasMessageContaining("Another Syncline is running");
        }
    }

    private Process anotherServer() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-Xmx256m", "-cp", System.getProperty("java.class.path"), PostgresHolder.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, Durability.DURABLE);
    }

    private static String setting(EmbeddedPostgres postgres, String name) {
        return jdbc(postgres).sql("select current_setting(?)").param(name).query(String.class).single();
    }

    private static JdbcClient jdbc(EmbeddedPostgres postgres) {
        return JdbcClient.create(new DriverManagerDataSource(postgres.url("postgres"), postgres.user(), postgres.password()));
    }
}
