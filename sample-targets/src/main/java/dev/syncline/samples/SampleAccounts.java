package dev.syncline.samples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The accounts of a sample REST application: {@code /accounts}, {@code /accounts/ID}, {@code /accounts/ID/roles/KEY}. */
final class SampleAccounts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 200_000;

    private final Map<String, SampleAccount> byId = new LinkedHashMap<>();
    private final Map<String, String> idByName = new HashMap<>();
    private final AtomicLong numbers = new AtomicLong(1000);

    synchronized List<SampleAccount> all() {
        return new ArrayList<>(byId.values());
    }

    synchronized Optional<SampleAccount> named(String name) {
        return Optional.ofNullable(idByName.get(name)).map(byId::get);
    }

    synchronized SampleResponse answer(SampleRequest request) {
        List<String> path = request.path();
        if (path.isEmpty() || !path.getFirst().equals("accounts")) {
            throw new SampleRefusal(404, "There is nothing here.");
        }
        return switch (path.size()) {
            case 1 -> collection(request);
            case 2 -> one(request, known(path.get(1)));
            case 4 -> role(request, known(path.get(1)), path.get(3));
            default -> throw new SampleRefusal(404, "There is nothing here.");
        };
    }

    private SampleResponse collection(SampleRequest request) {
        return switch (request.method()) {
            case "GET" -> list(request.query("name").map(name -> named(name).stream().toList()).orElseGet(() -> page(request)));
            case "POST" -> SampleResponse.json(201, json(create(request.json())));
            default -> throw new SampleRefusal(405, "Accounts are listed or created.");
        };
    }

    private List<SampleAccount> page(SampleRequest request) {
        return byId.values().stream().skip(number(request, "offset", 0)).limit(Math.min(200, number(request, "limit", 50))).toList();
    }

    private static long number(SampleRequest request, String name, long otherwise) {
        try {
            return Math.max(0, request.query(name).map(Long::parseLong).orElse(otherwise));
        } catch (NumberFormatException e) {
            throw new SampleRefusal(400, name + " is no number.");
        }
    }

    private SampleResponse list(List<SampleAccount> found) {
        ObjectNode list = JSON.createObjectNode();
        var items = list.putArray("items");
        found.forEach(account -> items.add(json(account)));
        return SampleResponse.json(200, list);
    }

    /** A new account; 409 when the name is taken. */
    synchronized SampleAccount create(JsonNode wanted) {
        String name = wanted.path("name").asString("");
        if (name.isBlank()) {
            throw new SampleRefusal(400, "An account needs a name.");
        }
        if (idByName.containsKey(name)) {
            throw new SampleRefusal(409, "The name " + name + " is taken.");
        }
        if (byId.size() >= MOST) {
            throw new SampleRefusal(507, "There is no room for more accounts.");
        }
        String id = Long.toString(numbers.incrementAndGet());
        return save(edited(new SampleAccount(id, name, true, Map.of(), Set.of()), wanted));
    }

    /** The account as wanted; roles in "grant" are given and those in "revoke" taken. */
    synchronized SampleAccount edit(SampleAccount account, JsonNode wanted) {
        return save(edited(account, wanted));
    }

    private SampleResponse one(SampleRequest request, SampleAccount account) {
        return switch (request.method()) {
            case "GET" -> SampleResponse.json(200, json(account));
            case "PATCH" -> SampleResponse.json(200, json(save(edited(account, request.json()))));
            case "DELETE" -> {
                remove(account);
                yield SampleResponse.empty(204);
            }
            default -> throw new SampleRefusal(405, "An account is read, changed or deleted.");
        };
    }

    private SampleResponse role(SampleRequest request, SampleAccount account, String role) {
        Set<String> roles = new HashSet<>(account.roles());
        switch (request.method()) {
            case "PUT" -> roles.add(role);
            case "DELETE" -> roles.remove(role);
            default -> throw new SampleRefusal(405, "A role is given or taken.");
        }
        save(new SampleAccount(account.id(), account.name(), account.enabled(), account.attributes(), roles));
        return SampleResponse.empty(204);
    }

    private SampleAccount edited(SampleAccount account, JsonNode wanted) {
        Map<String, Object> attributes = new LinkedHashMap<>(account.attributes());
        wanted.path("attributes").properties().forEach(attribute -> {
            attributes.remove(attribute.getKey());
            if (!attribute.getValue().isNull() && !attribute.getKey().equals("password")) {
                attributes.put(attribute.getKey(), JSON.treeToValue(attribute.getValue(), Object.class));
            }
        });
        boolean enabled = wanted.path("enabled").isBoolean() ? wanted.path("enabled").booleanValue() : account.enabled();
        return new SampleAccount(account.id(), wanted.path("name").asString(account.name()), enabled, attributes, roles(account, wanted));
    }

    private static Set<String> roles(SampleAccount account, JsonNode wanted) {
        Set<String> roles = new HashSet<>(account.roles());
        wanted.path("revoke").forEach(role -> roles.remove(role.asString()));
        wanted.path("grant").forEach(role -> roles.add(role.asString()));
        return roles;
    }

    private SampleAccount save(SampleAccount account) {
        SampleAccount before = byId.put(account.id(), account);
        if (before != null) {
            idByName.remove(before.name());
        }
        idByName.put(account.name(), account.id());
        return account;
    }

    synchronized void remove(SampleAccount account) {
        byId.remove(account.id());
        idByName.remove(account.name());
    }

    synchronized SampleAccount known(String id) {
        SampleAccount account = byId.get(id);
        if (account == null) {
            throw new SampleRefusal(404, "There is no account " + id + ".");
        }
        return account;
    }

    static ObjectNode json(SampleAccount account) {
        return JSON.valueToTree(account);
    }
}
