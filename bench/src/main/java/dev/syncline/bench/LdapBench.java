package dev.syncline.bench;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import dev.syncline.samples.slapd.SlapdServer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
 * before and after, in several rounds.
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
        try (SlapdServer slapd = SlapdServer.start(UUID.randomUUID().toString()); BenchServer server = new BenchServer()) {
            direct(slapd, "warmup", tasks / 3);
            // Long enough, or the compiler of the JVM would be measured, which takes a third of two processors at first.
            provision(server, slapd, "first", tasks * 2);
            List<Round> rounds = new ArrayList<>();
            double before = direct(slapd, "direct-0", tasks / ROUNDS);
            for (int i = 1; i <= ROUNDS; i++) {
                double rate = provision(server, slapd, "syncline-" + i, tasks / ROUNDS);
                double after = direct(slapd, "direct-" + i, tasks / ROUNDS);
                rounds.add(new Round(rate, (before + after) / 2));
                before = after;
            }
            return report(rounds);
        }
    }

    private Report report(List<Round> rounds) {
        rounds.sort(Comparator.comparingDouble(Round::ratio));
        Round median = rounds.get(ROUNDS / 2);
        return new Report("ldap")
                .add("tasks", tasks / ROUNDS, "tasks", "entries added in each of " + ROUNDS + " rounds; the round of the median ratio:")
                .add("provisioning", median.rate, "tasks/s", "from the first task opened to the last one settled, full capture")
                .add("direct", median.direct, "adds/s", "a bare client at concurrency 32, mean of before and after the round")
                .add("ratio", median.ratio(), "ratio", "provisioning / direct")
                .add("lowest ratio", rounds.getFirst().ratio(), "ratio", "")
                .add("highest ratio", rounds.getLast().ratio(), "ratio", "");
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
