package dev.syncline.auditlog;

import dev.syncline.journal.Veil;
import dev.syncline.personal.Veils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was before and after as its reader may see it. It is kept as it was, for it is to prove what was done; who may not see personal
 * values has a mark in place of each, the same before and after where nothing changed.
 */
@Component
class ShownDetail {

    private final Veils veils;
    private final JsonMapper json;

    ShownDetail(Veils veils, JsonMapper json) {
        this.veils = veils;
        this.json = json;
    }

    AuditDetail of(AuditDetail detail) {
        Veil veil = veils.of(detail.entry().applicationId(), detail.entry().id());
        if (veil == Veil.NONE) {
            return detail;
        }
        // What one of them calls by its name is hidden in the texts of both.
        shown(detail.before(), veil);
        shown(detail.after(), veil);
        return new AuditDetail(detail.entry(), shown(detail.before(), veil), shown(detail.after(), veil), detail.method(), detail.path(),
                detail.userAgent(), detail.requestId(), detail.endedAt());
    }

    private @Nullable JsonNode shown(@Nullable JsonNode document, Veil veil) {
        return document == null ? null : shown(document, null, veil);
    }

    /** @param personal the personal member it stands in; null for none */
    private JsonNode shown(JsonNode node, @Nullable String personal, Veil veil) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(member -> copy.set(member.getKey(),
                        shown(member.getValue(), personal == null && veil.isPersonal(member.getKey()) ? member.getKey() : personal, veil)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> copy.add(shown(element, personal, veil)));
                yield copy;
            }
            case JsonNode value when value.isString() || value.isNumber() && personal != null -> json.valueToTree(personal == null
                    ? veil.text(value.asString()) : veil.value(personal, value.isString() ? value.asString() : value.numberValue()));
            default -> node;
        };
    }
}
