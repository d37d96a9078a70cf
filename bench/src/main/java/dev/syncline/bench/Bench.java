package dev.syncline.bench;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./syncline bench NAME [--json FILE]}. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures Syncline against the limits of this machine.")
public final class Bench implements Callable<Integer> {

    /** The benchmarks there are. */
    enum Name {
        pipeline,
        ldap,
        policies,
        log
    }

    @Parameters(paramLabel = "NAME", description = "One of: ${COMPLETION-CANDIDATES}")
    private Name name;

    @Option(names = "--json", paramLabel = "FILE", description = "Also writes the figures to FILE as JSON.")
    private Path json;

    @Option(names = "--tasks", paramLabel = "N", description = "Tasks to run (policies: users to change, log: tasks it holds); each benchmark has its own default.")
    private Integer tasks;

    @Option(names = "--home", paramLabel = "DIR", description = "log: keeps its database in DIR, and takes the tasks that are there already.")
    private Path home;

    public static void main(String[] args) {
        int status = new CommandLine(new Bench()).execute(args);
        System.exit(status);
    }

    @Override
    public Integer call() throws Exception {
        Report report = switch (name) {
            case pipeline -> new PipelineBench(tasks == null ? 60_000 : tasks).run();
            case ldap -> new LdapBench(tasks == null ? 20_000 : tasks).run();
            case log -> new LogBench(tasks == null ? 10_000_000 : tasks, home).run();
            case policies -> new PoliciesBench(tasks == null ? 10_000 : tasks).run();
        };
        report.print(System.out);
        if (json != null) {
            report.write(json);
        }
        return 0;
    }
}
