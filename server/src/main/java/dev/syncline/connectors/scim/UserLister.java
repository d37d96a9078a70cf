package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.connector.AccountPages;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Listing;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.RemoteAccount;
import dev.syncline.connectors.PageWatch;
import dev.syncline.connectors.SignInTime;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.HttpReply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists users by index (RFC 7644, 3.4.2.4). A service decides itself how many it gives at once. */
final class UserLister {

    private static final int LONGEST = 500;

    private final ScimService service;
    private final Optional<UserPath> lastSignIn;

    UserLister(ScimService service, Optional<UserPath> lastSignIn) {
        this.service = service;
        this.lastSignIn = lastSignIn;
    }

    Listing list(int pageSize, AccountPages pages, Exchanges exchanges) throws Stopped {
        PageWatch watch = new PageWatch(pages);
        long start = 1;
        int count = pageSize;
        while (true) {
            HttpReply reply = service.get("/Users?startIndex=" + start + "&count=" + count, exchanges);
            if (reply.ok() && reply.cut() && count > 1) {
                count = Math.max(1, count / 4);
                continue;
            }
            JsonNode list = service.resource(reply, "Listing the users").node();
            long total = total(list);
            List<RemoteAccount> page = accounts(list.path("Resources"));
            if (page.isEmpty() && start <= total) {
                throw new Stopped(new Outcome.Unclear(
                        "The service says that it has " + total + " users, but gives none from the " + start + "th on."));
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

    private static long total(JsonNode list) throws Stopped {
        JsonNode total = list.path("totalResults");
        if (!total.canConvertToLong() || total.asLong() < 0 || !list.path("Resources").isArray() && total.asLong() > 0) {
            throw new Stopped(new Outcome.Unclear("The answer is no list of users (RFC 7644, 3.4.2): Resources or totalResults is missing."));
        }
        return total.asLong();
    }

    private List<RemoteAccount> accounts(JsonNode resources) throws Stopped {
        List<RemoteAccount> accounts = new ArrayList<>();
        for (JsonNode resource : resources) {
            if (!(resource instanceof ObjectNode user)) {
                throw new Stopped(new Outcome.Unclear("The list of users holds something that is no user."));
            }
            accounts.add(account(user));
        }
        return accounts;
    }

    private RemoteAccount account(ObjectNode user) throws Stopped {
        Map<String, Object> attributes = new LinkedHashMap<>();
        put(attributes, "displayName", Json.text(user, "displayName"));
        put(attributes, "externalId", Json.text(user, "externalId"));
        user.path("emails").forEach(mail -> put(attributes, "emails[type eq " + mail.path("type") + "].value", Json.text(mail, "value")));
        JsonNode active = user.path("active");
        String id = new Resource(user, Optional.empty()).id();
        return new RemoteAccount(
                id,
                cut(Json.text(user, "userName").orElse(id)),
                active.isBoolean() ? Optional.of(active.booleanValue()) : Optional.empty(),
                attributes,
                SignInTime.of(user.path("meta").path("created").asText()),
                lastSignIn.map(path -> path.in(user).asText("")).flatMap(SignInTime::of));
    }

    private static void put(Map<String, Object> attributes, String name, Optional<String> value) {
        value.ifPresent(text -> attributes.put(name, cut(text)));
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
