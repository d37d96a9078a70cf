package dev.syncline.connectors.feishu;

import java.util.List;

/**
 * The operations of the open platform that are used. The platform limits each of them by itself, for each app and tenant.
 *
 * <p>A path's {@code {}} stands for an id. Of the scopes any one suffices.
 */
enum Api {
    TOKEN("POST", "/auth/v3/tenant_access_token/internal"),
    GRANTED_SCOPES("GET", "/application/v6/scopes"),

    CREATE_USER("POST", "/contact/v3/users", Scopes.CONTACT),
    UPDATE_USER("PATCH", "/contact/v3/users/{}", Scopes.CONTACT, "contact:user.base"),
    /** The same operation, once it changes departments or freezes: then it may be called once a second only. */
    MOVE_OR_FREEZE_USER("PATCH", "/contact/v3/users/{}", Scopes.CONTACT, "contact:user.base"),
    RENAME_USER("PATCH", "/contact/v3/users/{}/update_user_id", "contact:contact:update_user_id"),
    DELETE_USER("DELETE", "/contact/v3/users/{}", Scopes.CONTACT),
    RESURRECT_USER("POST", "/contact/v3/users/{}/resurrect", Scopes.CONTACT),
    GET_USER("GET", "/contact/v3/users/{}", Scopes.READING),
    FIND_USERS("POST", "/contact/v3/users/batch_get_id", "contact:user.id:readonly"),
    USERS_OF_DEPARTMENT("GET", "/contact/v3/users/find_by_department", Scopes.READING),

    CREATE_DEPARTMENT("POST", "/contact/v3/departments", Scopes.CONTACT),
    UPDATE_DEPARTMENT("PATCH", "/contact/v3/departments/{}", Scopes.CONTACT),
    RENAME_DEPARTMENT("PATCH", "/contact/v3/departments/{}/update_department_id", "contact:contact:update_department_id"),
    DELETE_DEPARTMENT("DELETE", "/contact/v3/departments/{}", Scopes.CONTACT),
    GET_DEPARTMENT("GET", "/contact/v3/departments/{}", Scopes.READING),
    DEPARTMENTS_BELOW("GET", "/contact/v3/departments/{}/children", Scopes.READING),

    ADD_MEMBER("POST", "/contact/v3/group/{}/member/add", "contact:group"),
    REMOVE_MEMBER("POST", "/contact/v3/group/{}/member/remove", "contact:group"),
    GROUPS_OF_USER("GET", "/contact/v3/group/member_belong", "contact:group:readonly");

    /** Names of scopes several operations ask for. */
    private static final class Scopes {
        static final String CONTACT = "contact:contact";
        static final String[] READING = {
            "contact:contact.base:readonly", "contact:contact:readonly", "contact:contact:readonly_as_app", "contact:contact:access_as_app"
        };
    }

    private final String method;
    private final String path;
    private final List<String> scopes;

    Api(String method, String path, String... scopes) {
        this.method = method;
        this.path = path;
        this.scopes = List.of(scopes);
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    /** Any one of them suffices; none where none is needed. */
    List<String> scopes() {
        return scopes;
    }

    /** For people: "POST /contact/v3/users". */
    String words() {
        return method + " " + path.replace("{}", "…");
    }
}
