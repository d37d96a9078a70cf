package dev.syncline.synclog;

import dev.syncline.journal.Veil;
import dev.syncline.synclog.TaskDetail.Callback;
import dev.syncline.synclog.TaskDetail.Modification;
import dev.syncline.synclog.TaskDetail.Request;
import dev.syncline.synclog.TaskDetail.Response;
import dev.syncline.synclog.TaskDetail.Step;
import dev.syncline.synclog.TaskDetail.Try;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** One record for a reader who may not see its personal values. */
final class HiddenValues {

    private static final List<String> SIDES = List.of("before", "after", "value");

    private final Veil veil;

    private HiddenValues(Veil veil) {
        this.veil = veil;
    }

    /** All messages are looked through before any is shown: a value that only an answer named is hidden in the request too. */
    static TaskDetail in(TaskDetail task, Veil veil) {
        if (veil == Veil.NONE) {
            return task;
        }
        learn(task, veil);
        return new HiddenValues(veil).hide(task);
    }

    static void learn(TaskDetail task, Veil veil) {
        task.requests().forEach(request -> veil.learn(request.body()));
        task.responses().forEach(response -> veil.learn(response.body()));
        task.callbacks().forEach(callback -> veil.learn(callback.body()));
    }

    private TaskDetail hide(TaskDetail task) {
        return new TaskDetail(task.row().behind(veil), task.remoteId(), task.takesAway(), task.priority(), task.supersedes(), task.supersededBy(),
                task.parameters().behind(veil), task.permissionDetails(), task.log().stream().map(this::step).toList(),
                task.tries().stream().map(this::attempt).toList(), task.requests().stream().map(this::request).toList(),
                task.responses().stream().map(this::response).toList(), task.callbacks().stream().map(this::callback).toList(), task.related(),
                modification(task.modification()), task.schema(), task.payloads());
    }

    private Step step(Step step) {
        return new Step(step.id(), step.at(), step.event(), step.actor(), veil.text(step.message()), tree(null, step.detail()));
    }

    private Try attempt(Try one) {
        return new Try(one.number(), one.startedAt(), one.endedAt(), one.durationMs(), one.outcome(), one.failureKind(),
                veil.text(one.message()), one.counted());
    }

    private Request request(Request request) {
        String body = veil.body(request.body());
        return new Request(request.attempt(), request.seq(), request.at(), request.protocol(), request.operation(), veil.text(request.target()),
                veil.headers(request.headers()), body, size(request.size(), request.body(), body), request.cut(), request.masked());
    }

    private Response response(Response response) {
        String body = veil.body(response.body());
        return new Response(response.attempt(), response.seq(), response.at(), veil.text(response.status()), veil.headers(response.headers()),
                body, size(response.size(), response.body(), body), response.cut(), response.masked(), response.broken(), response.durationMs());
    }

    /** The size of what was hidden says how long it is. */
    private static int size(int size, @Nullable String body, @Nullable String shown) {
        return shown == null || shown.equals(body) ? size : shown.length();
    }

    private Callback callback(Callback callback) {
        return new Callback(callback.receivedAt(), callback.verdict(), callback.webhookId(), veil.text(callback.message()),
                tree(null, callback.headers()), veil.body(callback.body()), callback.repeats());
    }

    private @Nullable Modification modification(@Nullable Modification modification) {
        return modification == null ? null : new Modification(veil.text(modification.reason()),
                modification.difference().stream().map(difference -> difference.behind(veil)).toList());
    }

    /** @param attribute the target attribute whose values these are; null when it is not known to be one's */
    private @Nullable JsonNode tree(@Nullable String attribute, @Nullable JsonNode node) {
        return switch (node) {
            case ObjectNode object -> object(attribute, object);
            case ArrayNode array -> {
                ArrayNode shown = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> shown.add(tree(attribute, element)));
                yield shown;
            }
            case null -> null;
            default -> leaf(attribute, node);
        };
    }

    /** A difference names the attribute beside its values. */
    private ObjectNode object(@Nullable String attribute, ObjectNode object) {
        JsonNode path = object.path("path");
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> shown.set(member.getKey(), tree(
                attribute != null ? attribute : path.isString() && SIDES.contains(member.getKey()) ? path.asString() : member.getKey(),
                member.getValue())));
        return shown;
    }

    private JsonNode leaf(@Nullable String attribute, JsonNode node) {
        if (!node.isString() && !node.isNumber()) {
            return node;
        }
        String text = node.asString();
        Object shown = attribute == null ? veil.text(text) : veil.value(attribute, text);
        return text.equals(shown) ? node : StringNode.valueOf((String) shown);
    }
}
