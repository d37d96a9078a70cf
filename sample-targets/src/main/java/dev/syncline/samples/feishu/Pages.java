package dev.syncline.samples.feishu;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lists in pages: {@code page_size}, an opaque {@code page_token}, and {@code has_more}, without which there is no token. */
final class Pages {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MARK = "from:";

    private Pages() {}

    /**
     * @param list name of the list in the answer
     * @param otherwise page size when none is asked for
     * @throws FeishuRefusal 40011 for a size that is none, 40012 for a token that was never given out
     */
    static <T> ObjectNode of(FeishuRequest request, String list, int otherwise, int most, List<T> all, Function<T, JsonNode> shown) {
        int size = request.number("page_size", otherwise);
        if (size < 1 || size > most) {
            throw new FeishuRefusal(FeishuError.PAGE_SIZE);
        }
        int from = request.query("page_token").map(Pages::position).orElse(0);
        boolean more = from + size < all.size();
        ObjectNode page = JSON.createObjectNode().put("has_more", more);
        if (more) {
            page.put("page_token", token(from + size));
        }
        var items = page.putArray(list);
        all.stream().skip(from).limit(size).map(shown).forEach(items::add);
        return page;
    }

    private static String token(int position) {
        return Base64.getEncoder().encodeToString((MARK + position).getBytes(StandardCharsets.UTF_8));
    }

    private static int position(String token) {
        try {
            String text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return Integer.parseInt(text.substring(MARK.length()));
            }
        } catch (IllegalArgumentException notOurs) {
            // Neither base64 nor a number: said below.
        }
        throw new FeishuRefusal(FeishuError.PAGE_TOKEN);
    }
}
