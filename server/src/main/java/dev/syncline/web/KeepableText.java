package dev.syncline.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/** A text a client sends. JSON can write down half of a character beyond U+FFFF; UTF-8 cannot, and would silently keep a question mark. */
final class KeepableText extends StdDeserializer<String> {

    KeepableText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw context.weirdStringException(text, String.class, "half of a character");
        }
        return text;
    }
}
