package dev.syncline.intake;

import dev.syncline.account.Account;
import dev.syncline.account.Account.Status;
import dev.syncline.connector.Action;
import dev.syncline.permission.Binding;
import dev.syncline.task.Parameters;
import dev.syncline.task.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an account will be like when everything under way has been done. A change is worked out against this, so that setting a value
 * back while the first change still waits is not mistaken for no change.
 */
record Outlook(Account account, String name, Status status, Map<String, Object> attributes, Map<UUID, Binding> bindings) {

    /** @param unsettled the account's unsettled tasks in the order of their turns */
    static Outlook of(Account account, List<Task> unsettled, List<Binding> bindings) {
        String name = account.name();
        Status status = account.status();
        Map<String, Object> attributes = new LinkedHashMap<>(account.attributes());
        for (Task task : unsettled) {
            name = task.parameters().name();
            status = after(task.action(), status);
            attributes.putAll(task.parameters().attributes());
        }
        attributes.values().removeIf(Parameters.SECRET::equals);
        Map<UUID, Binding> held = new LinkedHashMap<>();
        bindings.forEach(binding -> held.put(binding.permissionId(), binding));
        return new Outlook(account, name, status, attributes, held);
    }

    private static Status after(Action action, Status before) {
        return switch (action) {
            case CREATE, ENABLE -> Status.ACTIVE;
            case UPDATE -> before;
            case DISABLE -> Status.DISABLED;
            case DELETE -> Status.DELETING;
        };
    }

    boolean isBeingDeleted() {
        return account.status() == Status.DELETING || status == Status.DELETING;
    }

    /** Whether the attribute will have this value; null stands for having none. */
    boolean has(String target, Object value) {
        return Amounts.same(attributes.get(target), value);
    }
}
