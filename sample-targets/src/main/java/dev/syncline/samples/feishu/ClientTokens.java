package dev.syncline.samples.feishu;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** {@code client_token}: the same request again is answered as the first time and does nothing; another one under its name is refused. */
final class ClientTokens {

    private record Done(ObjectNode body, ObjectNode answer) {}

    private final Map<String, Done> done = new HashMap<>();

    /** @throws FeishuRefusal 40021 when the token came with another body before */
    ObjectNode once(FeishuRequest request, ObjectNode body, Supplier<ObjectNode> work) {
        Optional<String> key = request.query("client_token").map(token -> request.api() + " " + token);
        Done before = key.map(done::get).orElse(null);
        if (before != null && !before.body().equals(body)) {
            throw new FeishuRefusal(FeishuError.NOT_THE_SAME_REQUEST);
        }
        ObjectNode answer = before == null ? work.get() : before.answer();
        key.ifPresent(token -> done.putIfAbsent(token, new Done(body.deepCopy(), answer.deepCopy())));
        return answer;
    }
}
