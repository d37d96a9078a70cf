package dev.syncline.samples.feishu;

import dev.syncline.samples.Fault;
import dev.syncline.samples.Faults;
import dev.syncline.samples.SampleHttp;
import dev.syncline.samples.SampleRequest;
import dev.syncline.samples.SampleResponse;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Feishu open platform with one company's contacts in memory, as one custom application of the company sees it: tenant access tokens,
 * users, departments, user groups, custom attributes. {@link dev.syncline.samples.feishu the package} says what is as on the real one and what is simpler.
 */
public final class SampleFeishu implements AutoCloseable {

    private final String appId;
    private final Faults faults = new Faults();
    private final Faults tokenFaults = new Faults();
    private final TenantTokens tokens;
    private final RateLimits limits;
    private final Tenant tenant;
    private final ContactApi contact;
    private final Gateway gateway;
    private final SampleHttp http;

    private SampleFeishu(int port, String appId, String appSecret, InstantSource clock) {
        this.appId = appId;
        this.tokens = new TenantTokens(appId, appSecret, clock);
        this.limits = new RateLimits(clock);
        this.tenant = Tenant.empty(appId, clock);
        this.contact = new ContactApi(tenant);
        this.gateway = new Gateway(tokens, limits, tenant, contact);
        this.http = SampleHttp.start(port, this::faultsOf, gateway::answer, gateway::refused);
    }

    /** Starts on a free port with the system's clock. */
    public static SampleFeishu start(String appId, String appSecret) {
        return start(0, appId, appSecret, InstantSource.system());
    }

    /**
     * @param port 0 for a free one
     * @param clock for the ends of tokens, rate limits and the lag of lists
     */
    public static SampleFeishu start(int port, String appId, String appSecret, InstantSource clock) {
        return new SampleFeishu(port, appId, appSecret, clock);
    }

    private Faults faultsOf(SampleRequest request) {
        return request.uri().getPath().equals(TenantTokens.PATH) ? tokenFaults : faults;
    }

    /** Where the open platform is, without a slash at the end; stands for {@code https://open.feishu.cn}. */
    public String baseUrl() {
        return http.url();
    }

    public InetSocketAddress address() {
        return http.address();
    }

    public String appId() {
        return appId;
    }

    public FeishuSettings settings() {
        return tenant.settings();
    }

    /** Faults of the contact APIs. */
    public Faults faults() {
        return faults;
    }

    /** The next request to a contact API is refused with this code and does nothing, as when the platform has trouble of its own. */
    public void refuseNext(int status, int code, String message) {
        faults.next(1, new Fault.Answer(status, FeishuRefusal.body(code, message, "0").toString()));
    }

    /** Faults of getting a token. */
    public Faults tokenFaults() {
        return tokenFaults;
    }

    /** From now on this API may be called so often; at first what {@link FeishuApi#limits} says. */
    public void limit(FeishuApi api, RateLimit... these) {
        limits.set(api, List.of(these));
    }

    /** From now on nothing is throttled. */
    public void withoutLimits() {
        for (FeishuApi api : FeishuApi.values()) {
            limit(api);
        }
    }

    /** How many requests for a token were answered with one. */
    public long tokensGiven() {
        return tokens.given();
    }

    /** Tokens given from now on last so long; at first two hours. */
    public void tokenLifetime(Duration lifetime) {
        tokens.lifetime(lifetime);
    }

    /** From now on no token given out so far is taken. */
    public void revokeTokens() {
        tokens.revokeAll();
    }

    /** The requests answered so far, oldest first; those that met a fault instead of being worked on are not among them. */
    public List<FeishuCall> calls() {
        return gateway.calls();
    }

    public List<FeishuCall> calls(FeishuApi api) {
        return calls().stream().filter(call -> call.api().equals(Optional.of(api))).toList();
    }

    /** Users who have not left, as they are kept: with all ids, naming others by open id. */
    public List<JsonNode> users() {
        synchronized (contact) {
            return tenant.users().working().map(JsonNode.class::cast).toList();
        }
    }

    /**
     * A user by any id, also one who has left.
     *
     * @param id open id, union id or user id
     */
    public Optional<JsonNode> user(String id) {
        synchronized (contact) {
            return List.of(UserIdType.values()).stream().flatMap(type -> tenant.users().find(type, id).stream())
                    .map(JsonNode.class::cast).findFirst();
        }
    }

    /** Departments as they are kept: with both ids, naming others by open id. */
    public List<JsonNode> departments() {
        synchronized (contact) {
            return tenant.departments().all().map(JsonNode.class::cast).toList();
        }
    }

    /**
     * The members of a user group by open id.
     *
     * @throws java.util.NoSuchElementException when there is no such group
     */
    public List<String> members(String groupId) {
        synchronized (contact) {
            return tenant.groups().find(groupId).orElseThrow().path(Groups.MEMBERS).valueStream().map(JsonNode::asString).toList();
        }
    }

    /** User groups as they are kept, with the open ids of their members. */
    public List<JsonNode> groups() {
        synchronized (contact) {
            return tenant.groups().all().map(JsonNode.class::cast).toList();
        }
    }

    /** Adds what the company has besides what comes through the API. */
    public FeishuSeed seed() {
        return new FeishuSeed(tenant, contact);
    }

    /** The user accepts the invitation, see {@link FeishuSettings#invitationsWait}. */
    public void join(String openId) {
        synchronized (contact) {
            ObjectNode row = tenant.users().get(openId).orElseThrow();
            ((ObjectNode) row.path("status")).put("is_unjoin", false).put("is_activated", true);
            tenant.users().put(row);
        }
    }

    /** Makes a user an administrator of the company, whom nobody can delete. */
    public void makeManager(String openId) {
        synchronized (contact) {
            tenant.users().put(tenant.users().get(openId).orElseThrow().put("is_tenant_manager", true));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
