package dev.syncline.samples.feishu;

import dev.syncline.samples.SampleRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The APIs which the fake speaks, those of the contact v3 group where nothing else is said: path, the scopes of which one is needed, and how often an application may call
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
    UPDATE_USER_ID("PATCH", "users/:user_id/update_user_id", List.of(new RateLimit(20, Duration.ofSeconds(1))), Set.of("contact:contact:update_user_id")),
    DELETE_USER("DELETE", "users/:user_id", Limits.TIER_4, Scopes.CONTACT_WRITE),
    RESURRECT_USER("POST", "users/:user_id/resurrect", List.of(new RateLimit(10, Duration.ofMinutes(1))), Scopes.CONTACT_WRITE),

    CREATE_DEPARTMENT("POST", "departments", Limits.TIER_4, Scopes.CONTACT_WRITE),
    GET_DEPARTMENT("GET", "departments/:department_id", Limits.TIER_4, Scopes.READ),
    PATCH_DEPARTMENT("PATCH", "departments/:department_id", Limits.TIER_4, Scopes.CONTACT_WRITE),
    UPDATE_DEPARTMENT_ID("PATCH", "departments/:department_id/update_department_id", Limits.TIER_4, Set.of("contact:contact:update_department_id")),
    DELETE_DEPARTMENT("DELETE", "departments/:department_id", Limits.TIER_4, Scopes.CONTACT_WRITE),
    LIST_CHILDREN("GET", "departments/:department_id/children", Limits.TIER_4, Scopes.READ_ORGANIZATION),

    CREATE_GROUP("POST", "group", Limits.TIER_3, Scopes.GROUP_WRITE),
    LIST_GROUPS("GET", "group/simplelist", Limits.TIER_4, Scopes.GROUP_READ),
    LIST_GROUPS_OF_MEMBER("GET", "group/member_belong", Limits.TIER_4, Scopes.GROUP_READ),
    GET_GROUP("GET", "group/:group_id", Limits.TIER_4, Scopes.GROUP_READ),
    PATCH_GROUP("PATCH", "group/:group_id", Limits.TIER_3, Scopes.GROUP_WRITE),
    DELETE_GROUP("DELETE", "group/:group_id", Limits.TIER_3, Scopes.GROUP_WRITE),
    ADD_GROUP_MEMBER("POST", "group/:group_id/member/add", Limits.TIER_4, Scopes.GROUP_WRITE),
    BATCH_ADD_GROUP_MEMBERS("POST", "group/:group_id/member/batch_add", Limits.TIER_3, Scopes.GROUP_WRITE),
    REMOVE_GROUP_MEMBER("POST", "group/:group_id/member/remove", Limits.TIER_4, Scopes.GROUP_WRITE),
    BATCH_REMOVE_GROUP_MEMBERS("POST", "group/:group_id/member/batch_remove", Limits.TIER_3, Scopes.GROUP_WRITE),
    LIST_GROUP_MEMBERS("GET", "group/:group_id/member/simplelist", Limits.TIER_4, Scopes.GROUP_READ),

    LIST_CUSTOM_ATTRIBUTES("GET", "custom_attrs", Limits.TIER_4, Set.of(Scopes.BASE)),

    /** Which scopes the application has. */
    LIST_SCOPES("GET", "/application/v6/scopes", Limits.TIER_4, Set.of());

    private static final String ROOT = "open-apis/";
    private static final String CONTACT = ROOT + "contact/v3/";

    private final String method;
    private final List<String> segments;
    private final List<RateLimit> limits;
    private final Set<String> scopes;

    FeishuApi(String method, String path, List<RateLimit> limits, Set<String> scopes) {
        this.method = method;
        String whole = path.startsWith("/") ? ROOT + path.substring(1) : CONTACT + path;
        this.segments = List.of(whole.split("/"));
        this.limits = limits;
        this.scopes = scopes;
    }

    /** Which API a request calls; empty when there is none at its path with its method. */
    static Optional<FeishuApi> of(SampleRequest request) {
        List<String> parts = request.path();
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

    /** The scopes of which an application needs one; empty when it needs none. */
    public Set<String> scopes() {
        return scopes;
    }

    /** How often an application may call it, all at once. */
    public List<RateLimit> limits() {
        return limits;
    }

    private static final class Limits {
        /** Level 3 of the documentation: a hundred a minute. */
        static final List<RateLimit> TIER_3 = List.of(new RateLimit(100, Duration.ofMinutes(1)));
        /** Level 4 of the documentation: a thousand a minute and fifty a second. */
        static final List<RateLimit> TIER_4 = List.of(new RateLimit(1_000, Duration.ofMinutes(1)), new RateLimit(50, Duration.ofSeconds(1)));
    }

    private static final class Scopes {
        static final String BASE = "contact:contact.base:readonly";
        static final Set<String> GROUP_READ = Set.of("contact:group:readonly");
        static final Set<String> GROUP_WRITE = Set.of("contact:group");
        static final Set<String> CONTACT_WRITE = Set.of("contact:contact");
        static final Set<String> READ =
                Set.of(BASE, "contact:contact:access_as_app", "contact:contact:readonly", "contact:contact:readonly_as_app");
        static final Set<String> READ_ORGANIZATION = Set.of(BASE, "contact:department.organize:readonly", "contact:contact:access_as_app",
                "contact:contact:readonly", "contact:contact:readonly_as_app");
    }
}
