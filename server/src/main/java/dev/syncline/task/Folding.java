package dev.syncline.task;

import dev.syncline.connector.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Folds an update of attributes that was never sent into the newer update behind it: the target is told once. Pure.
 *
 * @param tasks the new tasks, with what they took over
 * @param folded older task to the newer one its changes now travel with
 */
record Folding(List<OpenedTask> tasks, Map<UUID, UUID> folded) {

    /**
     * @param unsettled the unsettled tasks of the lines, in order of their turns
     * @param secretsOf opens the sealed secrets of an older task
     */
    static Folding of(List<OpenedTask> news, List<Task> unsettled, Function<Task, Map<String, String>> secretsOf) {
        Map<UUID, Task> last = new HashMap<>();
        unsettled.forEach(task -> last.put(task.lineId(), task));
        List<OpenedTask> tasks = new ArrayList<>();
        Map<UUID, UUID> folded = new LinkedHashMap<>();
        for (OpenedTask task : news) {
            // Only the first new task of a line stands right behind the older ones.
            Task older = last.remove(task.task().objectId());
            if (older != null && foldable(older) && takesUp(task)) {
                tasks.add(merge(older, secretsOf.apply(older), task));
                folded.put(older.id(), task.id());
            } else {
                tasks.add(task);
            }
        }
        return new Folding(tasks, folded);
    }

    private static boolean foldable(Task task) {
        Parameters parameters = task.parameters();
        return task.status() == Status.QUEUED && task.claims() == 0 && task.action() == Action.UPDATE && task.invalid() == null
                && parameters.bind().isEmpty() && parameters.unbind().isEmpty();
    }

    private static boolean takesUp(OpenedTask task) {
        // An unbinding must not wait for anything, so it takes nothing up that could be refused.
        return task.task().action() == Action.UPDATE && task.task().invalid() == null && !task.takesAway();
    }

    private static OpenedTask merge(Task older, Map<String, String> olderSecrets, OpenedTask newer) {
        Map<String, Object> attributes = new LinkedHashMap<>(older.parameters().attributes());
        attributes.putAll(newer.parameters().attributes());
        Map<String, String> secrets = new HashMap<>(olderSecrets);
        secrets.keySet().retainAll(attributes.keySet());
        secrets.putAll(newer.secrets());
        secrets.keySet().removeIf(name -> !Parameters.SECRET.equals(attributes.get(name)));
        Parameters wanted = newer.parameters();
        return new OpenedTask(newer.id(), newer.turn(), newer.task(),
                new Parameters(wanted.name(), attributes, wanted.bind(), wanted.unbind()), secrets, null, newer.held());
    }
}
