package dev.syncline.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's programs: away from the terminal (its Ctrl-C must reach only the server, which stops the database last),
 * so that they die with the server, and, as root, as the user nobody, because PostgreSQL refuses to run as root.
 */
final class ProgramRunner {

    /** {@code nobody} of Linux; initdb insists on a user that has a name. */
    private static final int NOBODY = 65534;

    private final boolean root;
    private final Path folder;
    private final List<String> prefix;

    ProgramRunner(Path folder) {
        this.folder = folder;
        this.root = "root".equals(System.getProperty("user.name"));
        this.prefix = prefix();
    }

    /** Gives a file or folder to the user that runs the programs. */
    void own(Path path) throws IOException {
        if (root) {
            Files.setAttribute(path, "unix:uid", NOBODY);
            Files.setAttribute(path, "unix:gid", NOBODY);
        }
    }

    Process start(List<String> command, File output) throws IOException {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole).directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("SYNCLINE") || name.startsWith("LD_"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private List<String> prefix() {
        List<String> words = new ArrayList<>();
        if (installed("setsid")) {
            words.add("setsid");
        }
        if (installed("setpriv")) {
            words.addAll(List.of("setpriv", "--pdeathsig", "INT"));
            if (root) {
                words.addAll(List.of("--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
                words.addAll(wayThroughClosedFolders());
            }
            words.add("--");
        } else if (root) {
            throw new DatabaseException("PostgreSQL refuses to run as root, and setpriv (package util-linux) is missing to run it as"
                    + " another user. Install it, start Syncline as another user, or give --database-url.");
        }
        return words;
    }

    /**
     * Root's folders (/root, mktemp -d) let nobody through. Then the database keeps one right of root: to read along the way.
     * The secure bit lets access(2), which initdb asks, see that right too.
     */
    private List<String> wayThroughClosedFolders() {
        if (Stream.iterate(folder.toAbsolutePath(), path -> path != null, Path::getParent).allMatch(ProgramRunner::passable)) {
            return List.of();
        }
        String right = Capabilities.available(Capabilities.DAC_READ_SEARCH) ? "dac_read_search" : "dac_override";
        return List.of("--inh-caps=+" + right, "--ambient-caps=+" + right, "--securebits=+no_setuid_fixup");
    }

    private static boolean passable(Path path) {
        try {
            return ((int) Files.getAttribute(path, "unix:mode") & 0001) != 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
