package dev.syncline.bench;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.task.Ledger;
import dev.syncline.task.NewTask;
import dev.syncline.task.Parameters;
import dev.syncline.task.Priority;
import dev.syncline.task.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts that are wanted in an application, and the tasks that create them. */
final class Load {

    /** Tasks opened in one transaction. */
    static final int GROUP = 500;

    private static final String ACCOUNTS = """
            insert into account (id, application_id, name, status, created_at, updated_at)
            select u.id, :application, u.name, 'REQUESTED', now(), now() from unnest(:ids, :names) as u(id, name)
            """;

    private final BenchServer server;
    private final UUID application;
    private final String applicationName;
    private final List<UUID> accounts;

    /** Makes the accounts; the tasks are opened later. */
    Load(BenchServer server, UUID application, String applicationName, int size) {
        this.server = server;
        this.application = application;
        this.applicationName = applicationName;
        Ids ids = server.bean(Ids.class);
        this.accounts = IntStream.range(0, size).mapToObj(i -> ids.next()).toList();
        for (int from = 0; from < size; from += 10_000) {
            int to = Math.min(size, from + 10_000);
            server.sql().sql(ACCOUNTS).param("application", application)
                    .param("ids", accounts.subList(from, to).toArray(UUID[]::new))
                    .param("names", IntStream.range(from, to).mapToObj(this::name).toArray(String[]::new)).update();
        }
    }

    private Load(Load other, UUID application) {
        this.server = other.server;
        this.application = application;
        this.applicationName = other.applicationName;
        this.accounts = other.accounts;
    }

    /** The same accounts, but tasks of another application: one no runner looks after. */
    Load as(UUID other) {
        return new Load(this, other);
    }

    /** Groups of accounts, each as many as one transaction opens tasks for. */
    List<List<Integer>> groups() {
        List<List<Integer>> groups = new ArrayList<>();
        for (int from = 0; from < accounts.size(); from += GROUP) {
            groups.add(IntStream.range(from, Math.min(accounts.size(), from + GROUP)).boxed().toList());
        }
        return groups;
    }

    /** Opens the tasks of one group in one transaction. */
    void open(List<Integer> group) {
        List<NewTask> tasks = group.stream().map(this::task).toList();
        server.bean(TransactionTemplate.class).executeWithoutResult(status -> server.bean(Ledger.class).open(tasks));
    }

    private NewTask task(int index) {
        String name = name(index);
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("cn", "Ming Li " + index);
        attributes.put("sn", "Li");
        attributes.put("givenName", "Ming");
        attributes.put("mail", name + "@example.com");
        attributes.put("title", "Engineer");
        return new NewTask(application, applicationName, ObjectType.ACCOUNT, accounts.get(index), name, null, "Ming Li " + index,
                Action.CREATE, Source.MANUAL, new Parameters(name, attributes, List.of(), List.of()), Map.of(), null, Priority.BULK,
                Actor.SYSTEM, null, null, null);
    }

    private String name(int index) {
        return applicationName + "." + index;
    }
}
