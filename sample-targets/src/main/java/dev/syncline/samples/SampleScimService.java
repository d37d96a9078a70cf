package dev.syncline.samples;

import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A SCIM 2.0 service (RFC 7643, RFC 7644) in memory: users and groups, PATCH and PUT, versions, a bearer token, and a token
 * endpoint for client credentials.
 */
public final class SampleScimService implements AutoCloseable {

    public static final String CLIENT_ID = "syncline";

    /** Where {@link #baseUrl} ends. */
    public static final String PATH = "/scim/v2";

    /** Where {@link #tokenUrl} ends. */
    public static final String TOKEN_PATH = "/oauth/token";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FILTER = Pattern.compile("(\\w+) eq (\".*\")");

    private final String token;
    private final SampleTokens tokens;
    private final ScimStore users = new ScimStore("User", "userName");
    private final ScimStore groups = new ScimStore("Group", "displayName");
    private final Faults faults = new Faults();
    private final SampleHttp http;

    private SampleScimService(String token, String clientSecret) {
        this.token = token;
        this.tokens = new SampleTokens(CLIENT_ID, clientSecret, InstantSource.system());
        this.http = SampleHttp.start(faults, this::answer, SampleScimService::error);
    }

    /**
     * Starts on a free port.
     *
     * @param token taken as it is
     * @param clientSecret of {@link #CLIENT_ID}, for those who get a token first
     */
    public static SampleScimService start(String token, String clientSecret) {
        return new SampleScimService(token, clientSecret);
    }

    private SampleResponse answer(SampleRequest request) {
        if (request.uri().getPath().equals(TOKEN_PATH)) {
            return tokens.answer(request);
        }
        String sent = request.header("authorization").filter(value -> value.startsWith("Bearer ")).map(value -> value.substring(7)).orElse("");
        if (!sent.equals(token) && !tokens.takes(sent)) {
            throw new SampleRefusal(401, "The token is not known here.");
        }
        List<String> path = request.path();
        if (path.size() < 3 || !path.get(0).equals("scim")) {
            throw new SampleRefusal(404, "There is nothing here.");
        }
        Optional<String> id = path.size() > 3 ? Optional.of(path.get(3)) : Optional.empty();
        synchronized (this) {
            return switch (path.get(2)) {
                case "Users" -> resource(users, id, request);
                case "Groups" -> resource(groups, id, request);
                case "ServiceProviderConfig" -> SampleResponse.json(200, providerConfig());
                default -> throw new SampleRefusal(404, "There is nothing here.");
            };
        }
    }

    private SampleResponse resource(ScimStore store, Optional<String> id, SampleRequest request) {
        if (id.isEmpty()) {
            return switch (request.method()) {
                case "GET" -> list(store, request);
                case "POST" -> shown(201, store.create(request.json()));
                default -> throw new SampleRefusal(405, "Resources are listed or created.");
            };
        }
        return switch (request.method()) {
            case "GET" -> shown(200, store.get(id.get()));
            case "PUT" -> shown(200, store.replace(id.get(), request.json(), request.header("if-match")));
            case "PATCH" -> {
                ObjectNode patched = ScimPatch.applied(store.get(id.get()), request.json());
                yield shown(200, store.replace(id.get(), patched, request.header("if-match")));
            }
            case "DELETE" -> {
                store.delete(id.get());
                leaveGroups(id.get());
                yield SampleResponse.empty(204);
            }
            default -> throw new SampleRefusal(405, "A resource is read, changed or deleted.");
        };
    }

    private SampleResponse list(ScimStore store, SampleRequest request) {
        Optional<String> filter = request.query("filter");
        List<ObjectNode> found = filter.isEmpty() ? store.all() : matching(store, filter.get()).stream().toList();
        long start = Math.max(1, number(request, "startIndex", 1));
        ObjectNode list = JSON.createObjectNode();
        list.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:ListResponse");
        var resources = list.putArray("Resources");
        found.stream().skip(start - 1).limit(Math.clamp(number(request, "count", 200), 0, 200)).map(this::withGroups).forEach(resources::add);
        return SampleResponse.json(200, list.put("totalResults", found.size()).put("startIndex", start).put("itemsPerPage", resources.size()));
    }

    private static long number(SampleRequest request, String name, long otherwise) {
        try {
            return request.query(name).map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new SampleRefusal(400, "invalidValue", name + " is no number.");
        }
    }

    private static Optional<ObjectNode> matching(ScimStore store, String filter) {
        Matcher parts = FILTER.matcher(filter);
        if (!parts.matches()) {
            throw new SampleRefusal(400, "invalidFilter", "Only NAME eq \"VALUE\" is understood.");
        }
        return store.named(JSON.readTree(parts.group(2)).asString());
    }

    private SampleResponse shown(int status, ObjectNode resource) {
        return new SampleResponse(status, Map.of("Content-Type", "application/scim+json"), withGroups(resource).toString())
                .with("ETag", resource.path("meta").path("version").asString());
    }

    private ObjectNode withGroups(ObjectNode resource) {
        ObjectNode shown = resource.deepCopy();
        if (resource.has("userName")) {
            var list = shown.putArray("groups");
            groups.all().stream()
                    .filter(group -> isMember(group, resource.path("id").asString()))
                    .forEach(group -> list.addObject().put("value", group.path("id").asString()).put("display", group.path("displayName").asString()));
        }
        return shown;
    }

    private static boolean isMember(ObjectNode group, String user) {
        return group.path("members").valueStream().anyMatch(member -> member.path("value").asString("").equals(user));
    }

    private void leaveGroups(String user) {
        groups.all().stream().filter(group -> isMember(group, user)).forEach(group -> {
            var left = JSON.createArrayNode();
            group.path("members").valueStream().filter(member -> !member.path("value").asString("").equals(user)).forEach(left::add);
            group.set("members", left);
        });
    }

    private static ObjectNode providerConfig() {
        ObjectNode config = JSON.createObjectNode();
        config.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig");
        config.putObject("patch").put("supported", true);
        config.putObject("etag").put("supported", true);
        config.putObject("filter").put("supported", true).put("maxResults", 200);
        config.putObject("bulk").put("supported", false);
        config.putObject("sort").put("supported", false);
        config.putObject("changePassword").put("supported", true);
        return config;
    }

    /** RFC 7644, 3.12. */
    private static SampleResponse error(SampleRefusal refusal) {
        ObjectNode error = JSON.createObjectNode();
        error.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:Error");
        error.put("status", Integer.toString(refusal.status())).put("detail", refusal.getMessage());
        if (refusal.scimType() != null) {
            error.put("scimType", refusal.scimType());
        }
        return SampleResponse.json(refusal.status(), error);
    }

    public String baseUrl() {
        return http.url() + PATH;
    }

    public String tokenUrl() {
        return http.url() + TOKEN_PATH;
    }

    public InetSocketAddress address() {
        return http.address();
    }

    public Faults faults() {
        return faults;
    }

    /** How many tokens were given out. */
    public long tokensGiven() {
        return tokens.given();
    }

    /** From now on no token given out so far is taken. */
    public void revokeTokens() {
        tokens.revokeAll();
    }

    /** Adds a group; its id. */
    public synchronized String addGroup(String name) {
        return groups.create(JSON.createObjectNode().put("displayName", name)).path("id").asString();
    }

    /** Names of the users. */
    public synchronized List<String> users() {
        return users.all().stream().map(user -> user.path("userName").asString()).toList();
    }

    public synchronized Optional<JsonNode> user(String name) {
        return users.named(name).map(this::withGroups);
    }

    @Override
    public void close() {
        http.close();
    }
}
