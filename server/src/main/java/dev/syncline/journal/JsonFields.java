package dev.syncline.journal;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Masks the values of named members of a JSON text (RFC 8259), each as a whole, and leaves every other byte as it is. */
final class JsonFields {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonFields() {}

    /** What follows a place where the text stops being JSON is kept only as far as it was understood. */
    static String mask(String text, FieldMask mask) {
        StringBuilder masked = new StringBuilder(text.length());
        int copied = 0;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.PROPERTY_NAME) {
                    continue;
                }
                String name = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_NULL && mask.hides(name)) {
                    int start = (int) parser.currentTokenLocation().getCharOffset();
                    parser.skipChildren();
                    parser.getString();
                    int end = (int) parser.currentLocation().getCharOffset();
                    masked.append(text, copied, start).append('"').append(mask.inPlaceOf(name, text.substring(start, end))).append('"');
                    copied = end;
                }
            }
        } catch (JacksonException e) {
            // Not JSON after all: what was masked so far stands, the rest is searched by pattern.
            return masked + LooseFields.mask(text.substring(copied), mask);
        }
        return masked.append(text, copied, text.length()).toString();
    }
}
