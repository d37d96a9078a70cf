package dev.syncline.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies that are right, for what a schema alone does not tell: {@code fuzz/examples.json}, with ids filled in. */
final class Examples {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

    private final JsonNode examples;
    private final World world;

    Examples(World world) {
        this.world = world;
        try (InputStream file = Examples.class.getResourceAsStream("/fuzz/examples.json")) {
            this.examples = JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(Endpoint endpoint) {
        return examples.has(endpoint.name());
    }

    JsonNode of(Dice dice, Endpoint endpoint) {
        String example = dice.of(examples.path(endpoint.name()).valueStream().toList()).toString();
        return JSON.readTree(PLACE.matcher(example).replaceAll(place -> Matcher.quoteReplacement(filled(dice, place.group(1)))));
    }

    private String filled(Dice dice, String name) {
        return name.equals("unique") ? "fuzz-" + Long.toHexString(dice.anyLong()) : world.id(dice, Names.collection(name), false);
    }
}
