package dev.syncline.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Takes JSON that could be right and makes it wrong: a value, a member, the text, the bytes. */
final class Breakage {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Breakage() {}

    /** Sometimes left whole. */
    static byte[] of(Dice dice, JsonNode whole) {
        JsonNode tree = whole.deepCopy();
        int values = dice.of(0, 1, 1, 1, 2, 3);
        for (int i = 0; i < values; i++) {
            tree = withOneWrong(dice, tree);
        }
        byte[] bytes = encoded(dice, JSON.writeValueAsString(tree));
        return dice.oneIn(8) ? Nasty.damaged(dice, bytes) : bytes;
    }

    private static byte[] encoded(Dice dice, String text) {
        return switch (dice.below(40)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16);
            case 1 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 2 -> text.getBytes(StandardCharsets.ISO_8859_1);
            case 3 -> (text + dice.of("{}", " x", "\u0000", "]", ",")).getBytes(StandardCharsets.UTF_8);
            case 4 -> text.replaceFirst("\\{", "{\"name\":1,\"name\":2,").getBytes(StandardCharsets.UTF_8);
            case 5 -> text.replace('"', '\'').getBytes(StandardCharsets.UTF_8);
            case 6 -> text.substring(0, dice.below(text.length() + 1)).getBytes(StandardCharsets.UTF_8);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static JsonNode withOneWrong(Dice dice, JsonNode tree) {
        List<Consumer<JsonNode>> places = new ArrayList<>();
        collect(tree, places, dice);
        if (places.isEmpty() || dice.oneIn(40)) {
            return wrong(dice, tree);
        }
        dice.of(places).accept(null);
        return tree;
    }

    /** Each place of the tree with something that would go wrong there. */
    private static void collect(JsonNode node, List<Consumer<JsonNode>> places, Dice dice) {
        if (node instanceof ObjectNode object) {
            object.propertyStream().toList().forEach(member -> {
                places.add(_ -> object.set(member.getKey(), wrong(dice, member.getValue())));
                places.add(_ -> object.set(member.getKey(), text(dice)));
                if (dice.oneIn(4)) {
                    places.add(_ -> object.remove(member.getKey()));
                    places.add(_ -> object.set(Nasty.text(dice), member.getValue()));
                }
                collect(member.getValue(), places, dice);
            });
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                int at = i;
                places.add(_ -> list.set(at, wrong(dice, list.get(at))));
                collect(list.get(i), places, dice);
            }
            places.add(_ -> list.add(wrong(dice, NODES.nullNode())));
        }
    }

    private static JsonNode wrong(Dice dice, JsonNode right) {
        return switch (dice.below(12)) {
            case 0 -> NODES.nullNode();
            case 1, 2 -> NODES.rawValueNode(new RawValue(Nasty.number(dice)));
            case 3 -> NODES.booleanNode(dice.oneIn(2));
            case 4 -> NODES.arrayNode().add(right);
            case 5 -> NODES.objectNode().set("value", right);
            case 6 -> nested(dice);
            case 7 -> many(dice, right);
            default -> text(dice);
        };
    }

    private static JsonNode text(Dice dice) {
        String text = Nasty.text(dice);
        return text.chars().anyMatch(c -> Character.isSurrogate((char) c)) && dice.oneIn(2)
                // Escaped, as JSON can have half a character where UTF-8 cannot.
                ? NODES.rawValueNode(new RawValue(Campaign.quoted(text)))
                : NODES.stringNode(text.replaceAll("\\p{Cs}", "\ufffd"));
    }

    private static JsonNode nested(Dice dice) {
        int depth = dice.of(3, 50, 499, 501, 2_000, 20_000);
        return NODES.rawValueNode(new RawValue(dice.oneIn(2)
                ? "[".repeat(depth) + "]".repeat(depth)
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)));
    }

    private static JsonNode many(Dice dice, JsonNode right) {
        ArrayNode list = NODES.arrayNode();
        for (int i = dice.of(2, 60, 300, dice.oneIn(10) ? 20_000 : 100); i > 0; i--) {
            list.add(right);
        }
        return list;
    }
}
