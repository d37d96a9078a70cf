package dev.syncline.web;

import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/** A time a client sends (RFC 3339). Java knows a thousand million years; the database and most clients do not. */
final class KeepableInstant extends StdDeserializer<Instant> {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    KeepableInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() == JsonToken.VALUE_STRING && parser.getString().isBlank()) {
            throw context.weirdStringException("an empty text", Instant.class, "must not mean that something never ends");
        }
        Instant instant = InstantDeserializer.INSTANT.deserialize(parser, context);
        if (instant != null && (instant.isBefore(FIRST) || instant.isAfter(LAST))) {
            throw context.weirdStringException(instant.toString(), Instant.class, "not between the years 1 and 9999");
        }
        return instant;
    }
}
