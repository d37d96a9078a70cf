package dev.syncline.connectors.rest;

import dev.syncline.connector.AccountPages;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Listing;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.RemoteAccount;
import dev.syncline.connectors.PageWatch;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.Unsupported;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Lists accounts with the request the settings have for it. The next page is found by the cursor of an answer where the settings say
 * where it is, else by counting; a request that names neither is asked once.
 */
final class AccountLister {

    private final RestConfig config;
    private final RestService service;

    AccountLister(RestConfig config, RestService service) {
        this.config = config;
        this.service = service;
    }

    Listing list(int pageSize, Set<String> asked, AccountPages pages, Exchanges exchanges) throws Stopped {
        ListShape shape = config.list().orElseThrow(() -> Stopped.refused(
                Unsupported.CODE, "This connection cannot list accounts. Set \"list.url\"."));
        PageWatch<RemoteAccount> watch = new PageWatch<>(pages);
        long offset = 0;
        String cursor = "";
        for (long number = 1; ; number++) {
            JsonNode answer = service.json(service.send(shape.request(), Map.of("offset", Long.toString(offset), "page", Long.toString(number),
                    "limit", Integer.toString(pageSize), "cursor", cursor), exchanges), "Listing the accounts");
            List<RemoteAccount> page = accounts(answer.at(shape.items()), shape, asked);
            for (int from = 0; from < page.size(); from += pageSize) {
                if (!watch.take(page.subList(from, Math.min(page.size(), from + pageSize)))) {
                    return new Listing.LeftOff();
                }
            }
            Optional<String> next = shape.nextIn(answer);
            if (page.isEmpty() || (shape.hasCursor() ? next.isEmpty() : !shape.counts())) {
                return new Listing.Complete();
            }
            if (shape.hasCursor() && next.get().equals(cursor)) {
                throw new Stopped(new Outcome.Unclear("The application names the page it has just answered as the next one; it does not page."));
            }
            offset += page.size();
            cursor = next.orElse("");
        }
    }

    private List<RemoteAccount> accounts(JsonNode items, ListShape shape, Set<String> asked) throws Stopped {
        if (!items.isArray()) {
            throw new Stopped(new Outcome.Unclear("The answer has no list of accounts where \"listPointer\" says."));
        }
        List<RemoteAccount> accounts = new ArrayList<>();
        for (JsonNode item : items) {
            String name = shape.nameIn(item).orElseThrow(() -> new Stopped(new Outcome.Unclear(
                    "An account of the list has no name where \"namePointer\" says.")));
            String id = config.shape().idIn(item, name).orElseThrow(() -> new Stopped(new Outcome.Unclear(
                    "An account of the list has no id where \"idPointer\" says.")));
            accounts.add(new RemoteAccount(id, name, config.shape().enabledIn(item),
                    shape.telling(config.shape().attributesIn(item), asked), shape.createdIn(item), shape.lastSignInIn(item)));
        }
        return accounts;
    }
}
