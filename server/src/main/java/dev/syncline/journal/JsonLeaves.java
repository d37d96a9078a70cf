package dev.syncline.journal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Masks each text and number of named members of a JSON text (RFC 8259), however deep it lies, by itself; so that one of several values
 * can be asked for alone. What says of a value only what it is (SCIM, RFC 7643, 2.4) stays.
 */
final class JsonLeaves {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> SAYS_WHAT_IT_IS = Set.of("type", "primary", "$ref");

    private final String text;
    private final FieldMask mask;
    private final StringBuilder masked;
    private int copied;
    private int depth;

    /** The hidden member that is being read, and how deep it lies; null outside of one. */
    private @Nullable String within;
    private int withinDepth;
    private int withinFrom;
    private String member = "";

    private JsonLeaves(String text, FieldMask mask) {
        this.text = text;
        this.mask = mask;
        this.masked = new StringBuilder(text.length());
    }

    static String mask(String text, FieldMask mask) {
        return new JsonLeaves(text, mask).all();
    }

    private String all() {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                read(parser, token);
            }
        } catch (JacksonException e) {
            return masked.append(rest()).toString();
        }
        return masked.append(text, copied, text.length()).toString();
    }

    private void read(JsonParser parser, JsonToken token) {
        switch (token) {
            case START_OBJECT, START_ARRAY -> depth++;
            case END_OBJECT, END_ARRAY -> {
                depth--;
                member = "";
                leave();
            }
            case PROPERTY_NAME -> {
                leave();
                member = parser.currentName();
                if (within == null && mask.hides(member)) {
                    within = member;
                    withinDepth = depth;
                    withinFrom = (int) parser.currentLocation().getCharOffset();
                }
            }
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> value(parser);
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> {
                // says nothing of a person that the member's name would not say
            }
        }
    }

    private void leave() {
        if (within != null && depth <= withinDepth) {
            within = null;
        }
    }

    private void value(JsonParser parser) {
        if (within == null || depth > withinDepth && SAYS_WHAT_IT_IS.contains(member)) {
            return;
        }
        int start = (int) parser.currentTokenLocation().getCharOffset();
        String value = parser.getString();
        int end = (int) parser.currentLocation().getCharOffset();
        masked.append(text, copied, start).append('"').append(mask.inPlaceOf(within, value)).append('"');
        copied = end;
    }

    /** Not JSON after all, or cut off: within a hidden member nothing more is shown, elsewhere the rest is searched by pattern. */
    private String rest() {
        if (within == null) {
            return LooseFields.mask(text.substring(copied), mask);
        }
        int from = Math.max(copied, withinFrom);
        return text.substring(copied, from) + mask.inPlaceOf(within, text.substring(from));
    }
}
