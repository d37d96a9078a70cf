package dev.syncline.samples.slapd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds the program, or gets it where that is possible. */
final class SlapdProgram {

    private static final List<String> PLACES = List.of("/usr/sbin/slapd", "/usr/local/sbin/slapd", "/usr/local/libexec/slapd");

    private SlapdProgram() {}

    /** @throws IllegalStateException with a sentence that says what to install */
    static synchronized Path path() {
        return installed().orElseGet(() -> {
            if (!"root".equals(System.getProperty("user.name")) || !Files.exists(Path.of("/usr/bin/apt-get"))) {
                throw new IllegalStateException("OpenLDAP's server is missing. Install it: apt-get install slapd");
            }
            if (!run("install", "-y", "--no-install-recommends", "slapd")) {
                run("update");
                run("install", "-y", "--no-install-recommends", "slapd");
            }
            return installed().orElseThrow(() ->
                    new IllegalStateException("OpenLDAP's server could not be installed. Try it by hand: apt-get install slapd"));
        });
    }

    private static Optional<Path> installed() {
        return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static boolean run(String... arguments) {
        var builder = new ProcessBuilder("apt-get", "-q");
        builder.command().addAll(List.of(arguments));
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        // The package would start a server of the machine's own; ours is the only one wanted.
        builder.environment().put("RUNLEVEL", "1");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
