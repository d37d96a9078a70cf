package dev.syncline.connectors.rest;

import dev.syncline.connector.Field;
import dev.syncline.connector.Settings;
import dev.syncline.connectors.SignInTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * How accounts are listed, and where things are in such a list.
 *
 * @param items the list in an answer
 * @param next the cursor of the next page in an answer; empty when pages are counted
 */
record ListShape(
        RequestTemplate request,
        JsonPointer items,
        Optional<JsonPointer> next,
        JsonPointer name,
        Optional<JsonPointer> created,
        Optional<JsonPointer> lastSignIn) {

    private static final int LONGEST = 500;
    private static final int LONGEST_ASKED = 4_000;
    private static final int MOST_ATTRIBUTES = 50;

    /** Empty when the settings have no request for it. */
    static Optional<ListShape> of(Settings settings) {
        return RequestTemplate.of(settings, "list").map(request -> new ListShape(
                request,
                AccountShape.pointer(RestFields.LIST_ITEMS, settings.find(RestFields.LIST_ITEMS.name()).orElse("")),
                optional(settings, RestFields.LIST_NEXT),
                AccountShape.pointer(RestFields.NAME, settings.find(RestFields.NAME.name()).orElse(RestFields.NAME.defaultValue())),
                optional(settings, RestFields.CREATED),
                optional(settings, RestFields.LAST_SIGN_IN)));
    }

    private static Optional<JsonPointer> optional(Settings settings, Field field) {
        return settings.find(field.name()).map(text -> AccountShape.pointer(field, text));
    }

    boolean hasCursor() {
        return next.isPresent();
    }

    boolean counts() {
        return request.mentions("offset") || request.mentions("page");
    }

    Optional<String> nextIn(JsonNode answer) {
        return next.flatMap(pointer -> text(answer.at(pointer)));
    }

    Optional<String> nameIn(JsonNode account) {
        return text(account.at(name)).map(ListShape::cut);
    }

    Optional<Instant> createdIn(JsonNode account) {
        return created.flatMap(pointer -> text(account.at(pointer))).flatMap(SignInTime::of);
    }

    Optional<Instant> lastSignInIn(JsonNode account) {
        return lastSignIn.flatMap(pointer -> text(account.at(pointer))).flatMap(SignInTime::of);
    }

    /** Plain values of readable length tell whose account it is; the rest is only carried along where it was asked for. */
    Map<String, Object> telling(Map<String, Object> attributes, Set<String> asked) {
        Map<String, Object> few = new LinkedHashMap<>();
        attributes.forEach((key, value) -> {
            if (asked.contains(key)) {
                if (String.valueOf(value).length() <= LONGEST_ASKED) {
                    few.put(key, value);
                }
            } else if (few.size() < MOST_ATTRIBUTES && (value instanceof String || value instanceof Number || value instanceof Boolean)) {
                few.put(cut(key), value instanceof String text ? cut(text) : value);
            }
        });
        return few;
    }

    private static Optional<String> text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asString()).filter(text -> !text.isBlank()) : Optional.empty();
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
