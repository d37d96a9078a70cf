package dev.syncline.fuzz;

import dev.syncline.connector.Outcome;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.Canary;
import dev.syncline.fixtures.MemoryConnectorType;
import dev.syncline.fixtures.TestServer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** A server with something of everything in it, secrets among it, and the ids of what is there. */
public final class World {

    private static final Map<String, Object> SECRET_PASSWORD = Map.of("objectType", "ACCOUNT", "target", "password", "expression", "'none'", "secret", true);

    public final TestServer server;
    public final ApiClient api;
    /** Of which none may ever be seen. */
    public final List<Canary> secrets = new ArrayList<>();
    final String callbackSecret = key("callback secret");
    public final String application;
    public final String user;
    final String callbackTask;
    /** The password of {@link #user}, who is signed in to the portal. */
    public final String portalPassword = secret("password of a user");
    final String portalCookie;
    private final List<String> kept = new ArrayList<>();
    private volatile Map<String, List<String>> ids = Map.of();

    public World(TestServer server) {
        this.server = server;
        this.api = server.api();
        secrets.add(Canary.known("bootstrap token", TestServer.TOKEN));
        MemoryConnectorType.answering("fuzz", change -> new Outcome.Accepted(Optional.empty()));
        MemoryConnectorType.answering("fuzz-refusing", _ -> new Outcome.Refused("400", "The value is not allowed."));
        application = application("fuzz", Map.of("callback", Map.of("enabled", true, "deadlineSeconds", 3600, "secret", callbackSecret)));
        String permission = make("/permissions", Map.of("applicationId", application, "kind", "GROUP", "name", "staff", "value", "cn=staff"));
        String organization = make("/organizations", Map.of("code", "HQ", "name", "Headquarters"));
        user = make("/users", Map.of("userName", "ada.fuzz", "displayName", "Ada", "email", "ada@example.com", "organizationId", organization));
        callbackTask = account(application, user, permission);
        account(application("fuzz-refusing", Map.of("retry", Map.of("maxAttempts", 1))), user, null);
        portalCookie = signIn(user);
        channel();
        make("/groups", Map.of("name", "Night shift"));
        make("/packages", Map.of("name", "Basics", "items", List.of(Map.of("applicationId", application, "permissionId", permission))));
        make("/policies", Map.of("name", "Everybody", "condition", "user.attributes[?\"team\"].orValue(\"\") == \"x\"", "onLeaving", "UNBIND",
                "grants", List.of(Map.of("applicationId", application)), "enabled", true));
        make("/account-policies", Map.of("applicationId", application, "name", "Twice", "definition", Map.of("kind", "DUPLICATE", "keep", "OLDEST"), "action", "NOTIFY"));
        make("/compliance/rules", Map.of("name", "Forbidden", "definition", Map.of("kind", "FORBIDDEN_GRANT", "expression", "false", "permissionIds", List.of(permission)), "action", "NOTIFY"));
        make("/views", Map.of("name", "Mine", "address", "/log?status=FAILED"));
        secrets.add(Canary.known("API token", ok(api.post("/api/v1/tokens", Map.of("name", "fuzz"))).path("token").asString()));
        api.get("/api/v1/tokens").json().path("items").valueStream().forEach(token -> kept.add(token.path("id").asString()));
    }

    private String application(String target, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("name", target, "connector", "memory", "settings", Map.of("name", target),
                "secrets", Map.of("key", secret("connection secret of " + target)), "mappings", List.of(SECRET_PASSWORD)));
        body.putAll(more);
        return make("/applications", body);
    }

    private String account(String application, String user, String permission) {
        Answer made = api.post("/api/v1/accounts", Map.of("applicationId", application, "userId", user, "name", "ada.fuzz",
                "attributes", Map.of("password", secret("password of an account"), "title", "Engineer"),
                "permissionIds", permission == null ? List.of() : List.of(permission)));
        kept.add(ok(made).path("account").path("id").asString());
        return ok(made).path("taskId").asString();
    }

    private void channel() {
        String channel = make("/notifications/channels", Map.of("name", "Hook", "kind", "WEBHOOK", "enabled", false,
                "settings", Map.of("url", "http://127.0.0.1:9/"), "secrets", Map.of("signingSecret", key("webhook secret"))));
        make("/notifications/rules", Map.of("name", "Failures", "condition", Map.of("kind", "HELD", "minutes", 5, "which", "ALL"),
                "channelIds", List.of(channel), "severity", "WARNING"));
    }

    private String signIn(String user) {
        String oneTime = ok(api.post("/api/v1/users/" + user + "/portal-invitation", null)).path("oneTimePassword").asString();
        secrets.add(Canary.known("one-time password", oneTime));
        String first = cookie(server.anonymous().post("/api/v1/session", Map.of("userName", "ada.fuzz", "password", oneTime)));
        return cookie(server.anonymous().with("Cookie", first).with("X-Syncline", "1")
                .post("/api/v1/session/password", Map.of("currentPassword", oneTime, "newPassword", portalPassword)));
    }

    private String cookie(Answer session) {
        if (session.header("Set-Cookie") == null) {
            throw new IllegalStateException(session.toString());
        }
        String cookie = session.header("Set-Cookie").split(";")[0];
        secrets.add(Canary.known("session", cookie.substring(cookie.indexOf('=') + 1)));
        return cookie;
    }

    /** The browser of {@link #user}. */
    public ApiClient portal() {
        return server.anonymous().with("Cookie", portalCookie).with("X-Syncline", "1");
    }

    public String secret(String what) {
        secrets.add(Canary.plain(what));
        return secrets.getLast().value();
    }

    /** As Standard Webhooks has them; the Base64 of a canary is found too. */
    public String key(String what) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret(what).getBytes());
    }

    private String make(String path, Map<String, Object> body) {
        String id = ok(api.post("/api/v1" + path, body)).path("id").asString();
        kept.add(id);
        return id;
    }

    private static JsonNode ok(Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.json();
    }

    /** Looks at every answer there is: all lists, and each of what they list. */
    public void everyAnswer(BiConsumer<String, String> look) {
        List<Endpoint> endpoints = Endpoint.of(api.get("/api/v1/openapi.json").json());
        refresh(endpoints);
        endpoints.stream().filter(endpoint -> endpoint.method().equals("GET") && !endpoint.path().endsWith("/stream")).forEach(endpoint -> {
            ApiClient caller = endpoint.path().startsWith("/api/v1/portal/") || endpoint.path().startsWith("/api/v1/session") ? portal() : api;
            List<String> paths = endpoint.path().contains("{")
                    ? ids.getOrDefault(endpoint.collection(), List.of()).stream().map(id -> endpoint.path().replaceFirst("\\{\\w+}", id).replace("{number}", "1")).toList()
                    : endpoint.in("query").stream().anyMatch(parameter -> parameter.name().equals("format"))
                            ? List.of(endpoint.path() + "?format=csv", endpoint.path() + "?format=jsonl") : List.of(endpoint.path());
            paths.forEach(path -> look.accept(endpoint.name(), caller.get(path).text()));
        });
    }

    /** Reads again what there is, and takes away what there is too much of. */
    void refresh(List<Endpoint> endpoints) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        endpoints.stream().filter(endpoint -> endpoint.method().equals("GET") && !endpoint.path().contains("{") && !endpoint.path().contains("/portal/"))
                .filter(endpoint -> endpoint.in("query").stream().anyMatch(parameter -> parameter.name().equals("cursor")))
                .forEach(list -> found.put(list.path(), api.get(list.path() + "?limit=100").json().path("items").valueStream()
                        .map(item -> item.path("id").asString("")).filter(id -> !id.isEmpty()).toList()));
        ids = found;
        for (String busy : List.of("/api/v1/policies", "/api/v1/notifications/rules", "/api/v1/account-policies", "/api/v1/compliance/rules")) {
            found.getOrDefault(busy, List.of()).stream().filter(id -> !kept.contains(id)).limit(50).forEach(id -> remove(busy + "/" + id));
        }
    }

    /** With the modules off nothing more could be asked for. */
    void undo(RawRequest taken) {
        if (taken.line().startsWith("PUT /api/v1/modules")) {
            api.ifMatch(api.get("/api/v1/modules").header("ETag")).put("/api/v1/modules", Map.of("lifecycleManagement", true, "identityGovernance", true));
        }
    }

    private void remove(String path) {
        Answer there = api.get(path);
        if (there.header("ETag") != null) {
            api.ifMatch(there.header("ETag")).delete(path);
        }
    }

    /** Something that is there, mostly; with {@code loseable} nothing that all else stands on. */
    String id(Dice dice, String collection, boolean loseable) {
        List<String> there = ids.getOrDefault(collection, List.of()).stream().filter(id -> !loseable || !kept.contains(id)).toList();
        return there.isEmpty() || dice.oneIn(12) ? new UUID(dice.anyLong(), dice.anyLong()).toString() : dice.of(there);
    }
}
