package dev.syncline.bench;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import dev.syncline.samples.slapd.SlapdIndexes;
import dev.syncline.samples.slapd.SlapdServer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Accounts a second provisioned into a real slapd, beside a client that only sends the same additions, at the same concurrency,
 * before and after, in several rounds: into a directory with few indexes, which takes an addition in half a millisecond and has to share
 * the processors with the server and its database, and into one that is indexed as a directory in use is.
 */
final class LdapBench {

    private static final int CONCURRENCY = 32;

    /** The disk's speed changes from one moment to the next, so a single pair of measurements says little. */
    private static final int ROUNDS = 5;

    private record Round(double rate, double direct) {
        double ratio() {
            return rate / direct;
        }
    }

    private final int tasks;

    LdapBench(int tasks) {
        this.tasks = tasks;
    }

    Report run() throws Exception {
        int each = tasks / ROUNDS;
        Report report = new Report("ldap").add("tasks", each, "tasks", "entries added in each of " + ROUNDS + " rounds a directory");
        try (BenchServer server = new BenchServer()) {
            add(report, "", rounds(server, SlapdIndexes.FEW));
            add(report, "directory in use: ", rounds(server, SlapdIndexes.IN_USE));
        }
        return report;
    }

    /** The rounds into one directory, the lowest ratio first. */
    private List<Round> rounds(BenchServer server, SlapdIndexes indexes) throws Exception {
        try (SlapdServer slapd = SlapdServer.start(UUID.randomUUID().toString(), indexes)) {
            String name = indexes.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-";
            direct(slapd, name + "warmup", tasks / 3);
            // Long enough, or the compiler of the JVM would be measured, which takes a third of two processors at first.
            provision(server, slapd, name + "first", tasks * 2);
            List<Round> rounds = new ArrayList<>();
            double before = direct(slapd, name + "direct-0", tasks / ROUNDS);
            for (int i = 1; i <= ROUNDS; i++) {
                double rate = provision(server, slapd, name + "syncline-" + i, tasks / ROUNDS);
                double after = direct(slapd, name + "direct-" + i, tasks / ROUNDS);
                rounds.add(new Round(rate, (before + after) / 2));
                before = after;
            }
            rounds.sort(Comparator.comparingDouble(Round::ratio));
            return rounds;
        }
    }

    private static void add(Report report, String directory, List<Round> rounds) {
        Round median = rounds.get(ROUNDS / 2);
        report.add(directory + "provisioning", median.rate, "tasks/s", "the round of the median ratio, first opened to last settled, full capture")
                .add(directory + "direct", median.direct, "adds/s", "a bare client at concurrency 32, mean of before and after the round")
                .add(directory + "ratio", median.ratio(), "ratio", "provisioning / direct")
                .add(directory + "lowest ratio", rounds.getFirst().ratio(), "ratio", "")
                .add(directory + "highest ratio", rounds.getLast().ratio(), "ratio", "");
    }

    private static double provision(BenchServer server, SlapdServer slapd, String name, int size) throws Exception {
        UUID application = server.application(name, "ldap",
                Map.of("url", slapd.url(), "bindDn", SlapdServer.BIND_DN, "baseDn", SlapdServer.PEOPLE,
                        "poolSize", Integer.toString(CONCURRENCY)),
                Map.of("password", slapd.password()), CONCURRENCY);
        Load load = new Load(server, application, name, size);
        long start = System.nanoTime();
        load.groups().forEach(load::open);
        server.awaitSettled(application, size);
        return size / ((System.nanoTime() - start) / 1e9);
    }

    private static double direct(SlapdServer slapd, String name, int size) throws Exception {
        try (LDAPConnectionPool pool = new LDAPConnectionPool(slapd.connect(), CONCURRENCY, CONCURRENCY);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicInteger next = new AtomicInteger();
            Callable<Void> client = () -> {
                for (int i = next.getAndIncrement(); i < size; i = next.getAndIncrement()) {
                    add(pool, name + "." + i);
                }
                return null;
            };
            long start = System.nanoTime();
            for (Future<Void> done : threads.invokeAll(IntStream.range(0, CONCURRENCY).mapToObj(i -> client).toList())) {
                done.get();
            }
            return size / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static void add(LDAPConnectionPool pool, String uid) throws LDAPException {
        pool.add("uid=" + uid + "," + SlapdServer.PEOPLE,
                new Attribute("objectClass", "top", "person", "organizationalPerson", "inetOrgPerson"), new Attribute("uid", uid),
                new Attribute("cn", "Ming Li"), new Attribute("sn", "Li"), new Attribute("givenName", "Ming"),
                new Attribute("mail", uid + "@example.com"), new Attribute("title", "Engineer"));
    }
}
