package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A script of {@code console/browser}: it drives a real browser, and asks with a line "ASK ..." for what is to be done outside of it. */
final class BrowserScript {

    private static final Path CONSOLE = Path.of("..", "console").toAbsolutePath().normalize();
    private static final Path SCREENSHOTS = Path.of("target", "browser").toAbsolutePath();
    /** Every step has its own limit in the script; this is for a browser that hangs. */
    private static final long MINUTES = 10;

    private final String name;
    private final Map<String, String> environment;

    BrowserScript(String name, Map<String, String> environment) {
        this.name = name;
        this.environment = environment;
    }

    /** Runs it to its end; fails with all it printed unless it says that everything was as it should be. */
    void run(Consumer<String> answer) {
        needsTheBuiltConsole();
        List<String> printed = new ArrayList<>();
        int code = run(answer, printed);
        assertThat(code).as("exit code of %s, which printed:%n%s%n", name, String.join("\n", printed)).isZero();
    }

    private int run(Consumer<String> answer, List<String> printed) {
        try (var watchdog = new ScheduledThreadPoolExecutor(1)) {
            Process process = start();
            ScheduledFuture<?> end = watchdog.schedule(() -> kill(process), MINUTES, TimeUnit.MINUTES);
            try {
                converse(process, answer, printed);
                return process.waitFor();
            } finally {
                end.cancel(false);
                kill(process);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process start() throws IOException {
        var builder = new ProcessBuilder("node", CONSOLE.resolve("browser").resolve(name).toString()).redirectErrorStream(true);
        builder.environment().put("SCREENSHOTS", SCREENSHOTS.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void converse(Process process, Consumer<String> answer, List<String> printed) throws IOException {
        try (BufferedReader lines = process.inputReader(); Writer answers = process.outputWriter()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.add(line);
                if (line.startsWith("ASK ")) {
                    answer.accept(line.substring("ASK ".length()));
                    answers.write("done\n");
                    answers.flush();
                }
            }
        }
    }

    /** The browser is a child of the script. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void needsTheBuiltConsole() {
        assertThat(BrowserScript.class.getResource("/static/index.html"))
                .as("The server has no console to show: run 'npm ci && npm run build' in console/ first, as ./syncline test does").isNotNull();
        assertThat(Files.isDirectory(CONSOLE.resolve("node_modules").resolve("playwright-core")))
                .as("playwright-core is not there: run 'npm ci' in console/ first, as ./syncline test does").isTrue();
    }
}
