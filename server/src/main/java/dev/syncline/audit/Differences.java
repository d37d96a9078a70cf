package dev.syncline.audit;

import dev.syncline.journal.Redactor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The members of two documents that differ, ready to be kept: without secrets, and never too much. */
@Component
class Differences {

    /** Stands for the value of a secret. */
    static final String HIDDEN = Redactor.MASK;

    private static final int LARGEST = 32_000;
    private static final int LARGEST_READ = 1_000_000;

    /** They change with everything and tell nothing. */
    private static final Set<String> BOOKKEEPING = Set.of("version", "updatedAt", "_links", "actions");
    private static final Set<String> SECRET_NAMES = Redactor.secretNames().stream().map(Differences::fold).collect(Collectors.toSet());

    private final JsonMapper json;
    private final Redactor redactor = new Redactor(List.of(), List.of());

    Differences(JsonMapper json) {
        this.json = json;
    }

    /** What is kept; each null for nothing. */
    record Texts(@Nullable String before, @Nullable String after) {}

    /** Of a thing that was not there before all is kept, and so of one that is no more. */
    Texts of(@Nullable JsonNode before, @Nullable JsonNode after) {
        if (before instanceof ObjectNode from && after instanceof ObjectNode to) {
            ObjectNode was = JsonNodeFactory.instance.objectNode();
            ObjectNode is = JsonNodeFactory.instance.objectNode();
            compare(from, to, was, is);
            return new Texts(text(was), text(is));
        }
        return new Texts(text(before == null ? null : clean(before, false)), text(after == null ? null : clean(after, false)));
    }

    private void compare(ObjectNode from, ObjectNode to, ObjectNode was, ObjectNode is) {
        Set<String> names = new TreeSet<>(from.propertyNames());
        names.addAll(to.propertyNames());
        names.removeAll(BOOKKEEPING);
        for (String name : names) {
            JsonNode one = from.get(name);
            JsonNode other = to.get(name);
            if (Objects.equals(one, other)) {
                continue;
            }
            if (one instanceof ObjectNode oneObject && other instanceof ObjectNode otherObject) {
                compare(oneObject, otherObject, was.putObject(name), is.putObject(name));
            } else {
                set(was, name, one);
                set(is, name, other);
            }
        }
    }

    private void set(ObjectNode into, String name, JsonNode value) {
        if (value != null) {
            into.set(name, clean(value, isSecret(name)));
        }
    }

    /** The same document with secrets masked: texts below a name that is secret, and what looks like one within a text. */
    private JsonNode clean(JsonNode node, boolean secret) {
        if (node.isString()) {
            String text = node.stringValue();
            return JsonNodeFactory.instance.stringNode(secret ? HIDDEN : redactor.text(text));
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(clean(item, secret)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), clean(member.getValue(), secret || isSecret(member.getKey()))));
            return copy;
        }
        return node;
    }

    private static boolean isSecret(String name) {
        return SECRET_NAMES.contains(fold(name));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    private @Nullable String text(@Nullable JsonNode node) {
        if (node == null || node.isObject() && node.isEmpty()) {
            return null;
        }
        String text = json.writeValueAsString(node);
        return text.length() <= LARGEST ? text : json.writeValueAsString(
                JsonNodeFactory.instance.objectNode().put("tooLargeToKeep", text.length()));
    }

    /** As the API would answer it; null for what is too large to be looked at. */
    @Nullable JsonNode tree(@Nullable Object answer) {
        if (answer == null) {
            return null;
        }
        JsonNode tree = json.valueToTree(answer);
        return tree.isObject() && json.writeValueAsString(tree).length() <= LARGEST_READ ? tree : null;
    }
}
