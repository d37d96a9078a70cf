package dev.syncline.samples.feishu;

import dev.syncline.samples.SampleRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The APIs of the contact v3 group which the fake speaks: path, the scopes of which one is needed, and how often an application may call
 * it, each as its page of the documentation says.
 */
public enum FeishuApi {
    CREATE_USER("POST", "users", Limits.TIER_4, Scopes.CONTACT_WRITE),
    FIND_USERS_BY_DEPARTMENT("GET", "users/find_by_department", Limits.TIER_4, Scopes.READ_ORGANIZATION),
    BATCH_GET_USERS("GET", "users/batch", Limits.TIER_4, Set.of(Scopes.BASE)),
    BATCH_GET_USER_IDS("POST", "users/batch_get_id", Limits.TIER_4, Set.of("contact:user.id:readonly")),
    GET_USER("GET", "users/:user_id", Limits.TIER_4, Scopes.READ),
    PATCH_USER("PATCH", "users/:user_id", Limits.TIER_4, Set.of("contact:contact", "contact:user.base")),
    /** The same API as {@link #PATCH_USER}: a change of departments or a freeze, which is limited to one in a second. */
    MOVE_OR_FREEZE_USER("PATCH", "users/:user_id", List.of(new RateLimit(1, Duration.ofSeconds(1))), Set.of("contact:contact", "contact:user.base")),
    DELETE_USER("DELETE", "users/:user_id", Limits.TIER_4, Scopes.CONTACT_WRITE),
    RESURRECT_USER("POST", "users/:user_id/resurrect", List.of(new RateLimit(10, Duration.ofMinutes(1))), Scopes.CONTACT_WRITE),

    CREATE_DEPARTMENT("POST", "departments", Limits.TIER_4, Scopes.CONTACT_WRITE),
    GET_DEPARTMENT("GET", "departments/:department_id", Limits.TIER_4, Scopes.READ),
    PATCH_DEPARTMENT("PATCH", "departments/:department_id", Limits.TIER_4, Scopes.CONTACT_WRITE),
    DELETE_DEPARTMENT("DELETE", "departments/:department_id", Limits.TIER_4, Scopes.CONTACT_WRITE),
    LIST_CHILDREN("GET", "departments/:department_id/children", Limits.TIER_4, Scopes.READ_ORGANIZATION);

    private static final String ROOT = "/open-apis/contact/v3/";

    private final String method;
    private final String path;
    private final List<String> segments;
    private final List<RateLimit> limits;
    private final Set<String> scopes;

    FeishuApi(String method, String path, List<RateLimit> limits, Set<String> scopes) {
        this.method = method;
        this.path = ROOT + path;
        this.segments = List.of(path.split("/"));
        this.limits = limits;
        this.scopes = scopes;
    }

    /** Which API a request calls; empty when there is none at its path with its method. */
    static Optional<FeishuApi> of(SampleRequest request) {
        String asked = request.uri().getPath();
        if (!asked.startsWith(ROOT)) {
            return Optional.empty();
        }
        List<String> parts = request.path().subList(3, request.path().size());
        return Arrays.stream(values()).filter(api -> api.method.equals(request.method()) && api.matches(parts)).findFirst()
                .map(api -> api == PATCH_USER && movesOrFreezes(request) ? MOVE_OR_FREEZE_USER : api);
    }

    private static boolean movesOrFreezes(SampleRequest request) {
        return request.body().contains("\"department_ids\"") || request.body().contains("\"is_frozen\"");
    }

    private boolean matches(List<String> parts) {
        if (parts.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!segments.get(i).startsWith(":") && !segments.get(i).equals(parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Method and path, as the documentation writes them. */
    public String signature() {
        return method + " " + path;
    }

    /** The scopes of which an application needs one. */
    public Set<String> scopes() {
        return scopes;
    }

    /** How often an application may call it, all at once. */
    public List<RateLimit> limits() {
        return limits;
    }

    private static final class Limits {
        /** Level 4 of the documentation: a thousand a minute and fifty a second. */
        static final List<RateLimit> TIER_4 = List.of(new RateLimit(1_000, Duration.ofMinutes(1)), new RateLimit(50, Duration.ofSeconds(1)));
    }

    private static final class Scopes {
        static final String BASE = "contact:contact.base:readonly";
        static final Set<String> CONTACT_WRITE = Set.of("contact:contact");
        static final Set<String> READ =
                Set.of(BASE, "contact:contact:access_as_app", "contact:contact:readonly", "contact:contact:readonly_as_app");
        static final Set<String> READ_ORGANIZATION = Set.of(BASE, "contact:department.organize:readonly", "contact:contact:access_as_app",
                "contact:contact:readonly", "contact:contact:readonly_as_app");
    }
}
