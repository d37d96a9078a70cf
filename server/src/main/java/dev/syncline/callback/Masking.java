package dev.syncline.callback;

import dev.syncline.journal.Redactor;
import dev.syncline.task.Parameters;
import dev.syncline.task.Task;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Masks what a target may repeat in a callback: the secrets of its connection and those of the task.
 *
 * @param complete whether the task's secrets are known; a settled task's are not
 */
record Masking(Redactor redactor, boolean complete) {

    private static final String NOT_KEPT = "Not kept: the task is settled, and with it the secrets are gone that would have to be masked here.";

    static Masking of(Task task, Collection<String> ofTask, Set<String> ofTarget, Set<String> maskedNames) {
        List<String> all = Stream.concat(ofTask.stream(), ofTarget.stream()).toList();
        boolean hadSecrets = task.parameters().attributes().containsValue(Parameters.SECRET);
        return new Masking(new Redactor(all, maskedNames), !hadSecrets || !ofTask.isEmpty());
    }

    Map<String, List<String>> headers(Map<String, List<String>> headers) {
        return redactor.headers(headers);
    }

    String body(String body) {
        return complete ? redactor.body(body) : NOT_KEPT;
    }

    Answer answer(Answer answer) {
        String message = answer.message() == null ? null : complete ? redactor.text(answer.message()) : NOT_KEPT;
        return new Answer(answer.succeeded(), answer.remoteId(), message);
    }
}
