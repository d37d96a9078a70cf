package dev.syncline.samples;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Applies a PATCH (RFC 7644, 3.5.2) with paths such as {@code a}, {@code a.b}, {@code urn:x:User:a} and {@code a[b eq "c"]}. */
final class ScimPatch {

    private static final Pattern PATH =
            Pattern.compile("(?:(?<urn>urn:.+):)?(?<name>[^\\[.:]+)(?:\\[(?<key>\\w+) eq \"(?<value>.*)\"])?(?:\\.(?<sub>\\w+))?");

    private ScimPatch() {}

    static ObjectNode applied(ObjectNode resource, JsonNode message) {
        ObjectNode edited = resource.deepCopy();
        for (JsonNode operation : message.path("Operations")) {
            apply(edited, operation);
        }
        return edited;
    }

    private static void apply(ObjectNode resource, JsonNode operation) {
        String op = operation.path("op").asString("").toLowerCase(Locale.ROOT);
        String path = operation.path("path").asString("");
        JsonNode value = operation.path("value");
        if (path.isEmpty() && value instanceof ObjectNode values && !op.equals("remove")) {
            resource.setAll(values);
            return;
        }
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new SampleRefusal(400, "invalidPath", "The path " + path + " is not understood.");
        }
        ObjectNode holder = parts.group("urn") == null ? resource : child(resource, parts.group("urn"));
        switch (op) {
            case "add", "replace" -> put(holder, parts, value, op.equals("add"));
            case "remove" -> remove(holder, parts);
            default -> throw new SampleRefusal(400, "invalidSyntax", "The operation " + op + " is not known.");
        }
    }

    private static void put(ObjectNode holder, Matcher parts, JsonNode value, boolean add) {
        String name = parts.group("name");
        if (parts.group("key") != null) {
            ObjectNode found = find(holder.path(name), parts);
            if (found == null) {
                throw new SampleRefusal(400, "noTarget", "The filter finds nothing.");
            }
            found.set(parts.group("sub") == null ? "value" : parts.group("sub"), value);
        } else if (parts.group("sub") != null) {
            child(holder, name).set(parts.group("sub"), value);
        } else if (add && value instanceof ArrayNode more && holder.path(name) instanceof ArrayNode known) {
            more.forEach(element -> addOnce(known, element));
        } else {
            holder.set(name, value);
        }
    }

    private static void addOnce(ArrayNode known, JsonNode element) {
        for (JsonNode one : known) {
            if (one.path("value").equals(element.path("value"))) {
                return;
            }
        }
        known.add(element);
    }

    private static void remove(ObjectNode holder, Matcher parts) {
        String name = parts.group("name");
        if (parts.group("key") == null) {
            if (parts.group("sub") == null) {
                holder.remove(name);
            } else if (holder.path(name) instanceof ObjectNode child) {
                child.remove(parts.group("sub"));
            }
            return;
        }
        ObjectNode found = find(holder.path(name), parts);
        if (found == null) {
            throw new SampleRefusal(400, "noTarget", "The filter finds nothing.");
        }
        removeFrom((ArrayNode) holder.path(name), found);
    }

    /** That very one, not what looks alike. */
    @SuppressWarnings("ReferenceEquality")
    private static void removeFrom(ArrayNode array, ObjectNode element) {
        for (int i = array.size() - 1; i >= 0; i--) {
            if (array.get(i) == element) {
                array.remove(i);
            }
        }
    }

    private static ObjectNode find(JsonNode array, Matcher parts) {
        for (JsonNode element : array) {
            if (element instanceof ObjectNode object && object.path(parts.group("key")).asString("").equals(parts.group("value"))) {
                return object;
            }
        }
        return null;
    }

    private static ObjectNode child(ObjectNode holder, String name) {
        return holder.path(name) instanceof ObjectNode object ? object : holder.putObject(name);
    }
}
