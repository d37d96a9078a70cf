package dev.syncline.demo;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What goes on at Example Corp: every now and then something happens to one of the people, or to somebody's account. */
final class DemoLife {

    private static final Logger log = LoggerFactory.getLogger(DemoLife.class);
    private static final long PACE_MILLIS = 15_000;

    private final DemoClient api;
    private final Random random = new Random();
    private final DemoUsers users;

    DemoLife(DemoClient api) {
        this.api = api;
        this.users = new DemoUsers(api, random);
    }

    /** Goes on until the thread is interrupted. */
    void run() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.sleep(PACE_MILLIS);
            try {
                somethingHappens();
            } catch (IllegalStateException e) {
                // Somebody else changed it in the same moment, or nobody is disabled who could come back; there will be something else.
                log.debug("Nothing happened: {}", e.getMessage());
            }
        }
    }

    private void somethingHappens() {
        if (random.nextInt(3) == 0) {
            users.somethingHappens();
            return;
        }
        List<JsonNode> accounts = api.get("/accounts?limit=200").path("items").valueStream()
                .filter(account -> DemoTargets.NAMES.contains(account.path("applicationName").asString()))
                .toList();
        if (accounts.isEmpty()) {
            return;
        }
        JsonNode account = accounts.get(random.nextInt(accounts.size()));
        String path = "/accounts/" + account.path("id").asString();
        boolean disabled = account.path("status").asString().equals("DISABLED");
        switch (random.nextInt(8)) {
            case 0 -> api.post(path + (disabled ? "/enable" : "/disable"), Map.of());
            case 1 -> api.delete(path, account.path("version").asInt());
            default -> api.put(path, Map.of("attributes", Map.of(attribute(account), "+49 30 " + (1_000_000 + random.nextInt(9_000_000)))),
                    account.path("version").asInt());
        }
    }

    private static String attribute(JsonNode account) {
        return switch (account.path("applicationName").asString()) {
            case DemoTargets.DIRECTORY -> "telephoneNumber";
            case DemoTargets.FEISHU -> "mobile";
            case DemoTargets.COLLABORATION -> "phoneNumbers[type eq \"work\"].value";
            default -> "phone";
        };
    }
}
