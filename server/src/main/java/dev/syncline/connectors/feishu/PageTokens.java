package dev.syncline.connectors.feishu;

import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Follows page tokens to the end, and notices a platform that has none. */
final class PageTokens {

    /** Pages may be empty where the app may not see what is on them, but not for ever. */
    private static final int MOST_EMPTY = 1_000;

    private final FeishuService service;

    PageTokens(FeishuService service) {
        this.service = service;
    }

    /** Takes one thing. */
    @FunctionalInterface
    interface Taker {
        /** @return whether to go on */
        boolean take(JsonNode item) throws Stopped;
    }

    /**
     * @param size of a page; the platform has its own most for each operation
     * @param items the field that holds them
     * @return false when the taker wanted no more
     */
    boolean each(Request request, int size, String items, Taker taker, Exchanges exchanges) throws Stopped {
        Set<String> seen = new HashSet<>();
        Request page = request.with("page_size", Integer.toString(size));
        int empty = 0;
        while (true) {
            JsonNode data = service.ok(page, exchanges);
            for (JsonNode item : data.path(items)) {
                if (!taker.take(item)) {
                    return false;
                }
            }
            empty = data.path(items).isEmpty() ? empty + 1 : 0;
            Optional<String> next = Json.text(data, "page_token");
            if (!data.path("has_more").asBoolean(false)) {
                return true;
            }
            if (next.isEmpty() || !seen.add(next.get()) || empty > MOST_EMPTY) {
                throw new Stopped(new Outcome.Unclear(request.what() + " came to no end: Feishu says that there is more, and gives the same page"
                        + " or none."));
            }
            page = page.with("page_token", next.get());
        }
    }
}
