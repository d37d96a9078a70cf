package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Listed;
import dev.syncline.connector.Listing;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Pages;
import dev.syncline.connectors.PageWatch;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.HttpReply;
import java.util.ArrayList;
import java.util.List;

/** Lists resources by index (RFC 7644, 3.4.2.4). A service decides itself how many it gives at once. */
final class ResourceLister<T extends Listed> {

    private final ScimService service;
    private final Listable<T> listable;

    ResourceLister(ScimService service, Listable<T> listable) {
        this.service = service;
        this.listable = listable;
    }

    Listing list(int pageSize, Pages<T> pages, Exchanges exchanges) throws Stopped {
        PageWatch<T> watch = new PageWatch<>(pages);
        long start = 1;
        int count = pageSize;
        while (true) {
            HttpReply reply = service.get(listable.query() + "startIndex=" + start + "&count=" + count, exchanges);
            if (reply.ok() && reply.cut() && count > 1) {
                count = Math.max(1, count / 4);
                continue;
            }
            JsonNode list = service.resource(reply, "Listing the " + listable.what()).node();
            long total = total(list);
            List<T> page = listed(list.path("Resources"));
            if (page.isEmpty() && start <= total) {
                throw new Stopped(new Outcome.Unclear("The service says that it has " + total + " " + listable.what()
                        + ", but gives none from the " + start + "th on."));
            }
            for (int from = 0; from < page.size(); from += pageSize) {
                if (!watch.take(page.subList(from, Math.min(page.size(), from + pageSize)))) {
                    return new Listing.LeftOff();
                }
            }
            start += page.size();
            if (start > total) {
                return new Listing.Complete();
            }
        }
    }

    private long total(JsonNode list) throws Stopped {
        JsonNode total = list.path("totalResults");
        if (!total.canConvertToLong() || total.asLong() < 0 || !list.path("Resources").isArray() && total.asLong() > 0) {
            throw new Stopped(new Outcome.Unclear("The answer is no list of " + listable.what()
                    + " (RFC 7644, 3.4.2): Resources or totalResults is missing."));
        }
        return total.asLong();
    }

    private List<T> listed(JsonNode resources) throws Stopped {
        List<T> listed = new ArrayList<>();
        for (JsonNode node : resources) {
            if (!(node instanceof ObjectNode resource)) {
                throw new Stopped(new Outcome.Unclear("The list of " + listable.what() + " holds something that is no " + listable.one() + "."));
            }
            listed.add(listable.of(resource));
        }
        return listed;
    }
}
