package dev.syncline.samples.feishu;

import dev.syncline.samples.SampleRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the company has before anybody calls the API: made by the same rules, but by no token, scope or limit. */
public final class FeishuSeed {

    /** The parent of the departments at the top. */
    public static final String ROOT = Departments.ROOT;

    private static final JsonMapper JSON = new JsonMapper();

    private final Tenant tenant;
    private final ContactApi contact;

    FeishuSeed(Tenant tenant, ContactApi contact) {
        this.tenant = tenant;
        this.contact = contact;
    }

    /**
     * Adds a department; its open id.
     *
     * @param parent open id, or {@link #ROOT}
     */
    public String department(String name, String parent) {
        return department("", name, parent);
    }

    /**
     * Adds a department with an id of the company's own choice; its open id.
     *
     * @param parent open id, or {@link #ROOT}
     */
    public String department(String id, String name, String parent) {
        return done(FeishuApi.CREATE_DEPARTMENT, "departments",
                JSON.createObjectNode().put("department_id", id).put("name", name).put("parent_department_id", parent))
                .path("department").path("open_department_id").asString();
    }

    /** Adds a user in a department; the open id. */
    public String user(String name, String mobile, String openDepartmentId) {
        return user(name, mobile, openDepartmentId, Map.of());
    }

    /** @param more further fields, as the API takes them */
    public String user(String name, String mobile, String openDepartmentId, Map<String, String> more) {
        ObjectNode body = JSON.createObjectNode().put("name", name).put("mobile", mobile).put("employee_type", 1);
        body.putArray("department_ids").add(openDepartmentId);
        more.forEach(body::put);
        return done(FeishuApi.CREATE_USER, "users", body).path("user").path("open_id").asString();
    }

    /** Adds a user group; its id. */
    public String group(String name) {
        return group("", name);
    }

    /** Adds a user group with an id of one's own choice; the id. */
    public String group(String id, String name) {
        return done(FeishuApi.CREATE_GROUP, "group", JSON.createObjectNode().put("group_id", id).put("name", name)).path("group_id").asString();
    }

    /**
     * Adds a custom attribute; its id.
     *
     * @param type {@code TEXT}, {@code HREF}, {@code ENUMERATION}, {@code PICTURE_ENUM} or {@code GENERIC_USER}
     * @param options for an enumeration
     */
    public String customAttribute(String type, String name, String... options) {
        synchronized (contact) {
            return tenant.attributes().add(type, name, List.of(options));
        }
    }

    private JsonNode done(FeishuApi api, String path, ObjectNode body) {
        return contact.answer(new FeishuRequest(
                api, new SampleRequest("POST", URI.create("/open-apis/contact/v3/" + path), Map.of(), body.toString())));
    }
}
