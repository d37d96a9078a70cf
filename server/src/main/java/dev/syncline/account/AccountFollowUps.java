package dev.syncline.account;

import dev.syncline.connector.PermissionRef;
import dev.syncline.task.Parameters;
import dev.syncline.task.Task;
import dev.syncline.task.TaskEffects.FollowUp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** In words: what confirming a task would change in its account. */
final class AccountFollowUps {

    private AccountFollowUps() {}

    static List<FollowUp> of(Task task) {
        String account = "The account " + task.objectName() + " in " + task.applicationName();
        List<FollowUp> followUps = new ArrayList<>();
        switch (task.action()) {
            case CREATE, ENABLE -> followUps.add(kept(account + " becomes active."));
            case DISABLE -> followUps.add(kept(account + " becomes disabled."));
            case DELETE -> followUps.add(new FollowUp(
                    account + " is deleted for good from account management, with everything it holds.", true));
            case UPDATE -> {}
        }
        describeValues(task.parameters(), account, followUps);
        return followUps;
    }

    private static void describeValues(Parameters parameters, String account, List<FollowUp> followUps) {
        if (!parameters.attributes().isEmpty()) {
            followUps.add(kept(account + " is recorded with the new values of "
                    + String.join(", ", parameters.attributes().keySet()) + "."));
        }
        if (!parameters.bind().isEmpty()) {
            followUps.add(kept(account + " is recorded as holding " + names(parameters.bind()) + "."));
        }
        if (!parameters.unbind().isEmpty()) {
            followUps.add(new FollowUp(account + " is recorded as no longer holding " + names(parameters.unbind()) + ".", true));
        }
    }

    private static FollowUp kept(String sentence) {
        return new FollowUp(sentence, false);
    }

    private static String names(List<PermissionRef> permissions) {
        return permissions.stream().map(PermissionRef::name).collect(Collectors.joining(", "));
    }
}
