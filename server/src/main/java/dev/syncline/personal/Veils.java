package dev.syncline.personal;

import dev.syncline.application.Target;
import dev.syncline.application.Targets;
import dev.syncline.journal.PersonalNames;
import dev.syncline.journal.Veil;
import dev.syncline.rights.CallerRights;
import dev.syncline.rights.Right;
import dev.syncline.task.Task;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Veils for the caller of the running request; whoever is not one, such as a worker in the background, sees nothing personal. */
@Component
public class Veils {

    private final Targets targets;
    private final Marks marks;

    Veils(Targets targets, Marks marks) {
        this.targets = targets;
        this.marks = marks;
    }

    /** Knows the personal values of the task's parameters. */
    public Veil of(Task task) {
        return seesAll(task.applicationId()) ? Veil.NONE : drawn(task);
    }

    /** By the tasks' ids, for a page of them. */
    public Map<UUID, Veil> of(Collection<Task> tasks) {
        Map<UUID, Veil> veils = new HashMap<>();
        List<Task> hidden = tasks.stream().filter(task -> !seesAll(task.applicationId())).toList();
        Map<UUID, Target> known = known(hidden.stream().map(Task::applicationId));
        tasks.forEach(task -> veils.put(task.id(), Veil.NONE));
        hidden.forEach(task -> veils.put(task.id(), drawn(task, names(known.get(task.applicationId())))));
        return veils;
    }

    /** For another record of an application; {@code open} is shown anyway. */
    public Veil of(UUID application, UUID record, String... open) {
        return seesAll(application) ? Veil.NONE : drawn(names(application), record, open);
    }

    /** For an account or the rows of an import: who changes accounts sees what is changed. */
    public Veil ofAccount(@Nullable UUID application, UUID account, String... open) {
        return changesAccounts(application) ? Veil.NONE : drawn(names(application), account, open);
    }

    /** The same for many, by their ids. */
    public <T> Map<UUID, Veil> ofAccounts(Collection<T> accounts, Function<T, UUID> id, Function<T, UUID> application, Function<T, String> name) {
        Map<UUID, Target> known = known(accounts.stream().map(application).filter(one -> !changesAccounts(one)));
        Map<UUID, Veil> veils = new HashMap<>();
        accounts.forEach(account -> veils.put(id.apply(account), changesAccounts(application.apply(account))
                ? Veil.NONE : drawn(names(known.get(application.apply(account))), id.apply(account), name.apply(account))));
        return veils;
    }

    /** Whoever asks: to find what a mark means. */
    public Veil drawn(Task task) {
        return drawn(task, names(task.applicationId()));
    }

    private static boolean seesAll(@Nullable UUID application) {
        return CallerRights.current().has(Right.SEE_PERSONAL, application);
    }

    private static boolean changesAccounts(@Nullable UUID application) {
        return seesAll(application) || CallerRights.current().has(Right.CHANGE_ACCOUNTS, application);
    }

    private Veil drawn(PersonalNames names, UUID record, String... open) {
        return new Veil(names, value -> marks.of(record, value), Set.of(open));
    }

    private Veil drawn(Task task, PersonalNames names) {
        Set<String> open = Stream.of(task.objectName(), task.userName(), task.parameters().name(), task.remoteId(), task.applicationName())
                .filter(value -> value != null && !value.isBlank())
                .collect(Collectors.toSet());
        Veil veil = new Veil(names, value -> marks.of(task.id(), value), open);
        veil.learn(task.parameters().attributes());
        return veil;
    }

    private Map<UUID, Target> known(Stream<UUID> applications) {
        Set<UUID> ids = applications.collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : targets.resolve(ids);
    }

    private PersonalNames names(@Nullable UUID application) {
        return names(application == null ? null : targets.resolve(application).orElse(null));
    }

    /** Of an application that is gone nobody knows what its rules were. */
    private static PersonalNames names(@Nullable Target target) {
        return target == null ? PersonalNames.usual() : target.personal();
    }
}
