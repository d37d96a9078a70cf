package dev.syncline.samples.feishu;

import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The service behind the gateway; works on one request at a time. */
final class ContactApi {

    private static final JsonMapper JSON = new JsonMapper();

    private final UserApi users;
    private final UserIdApi userIds;
    private final LeaverApi leavers;
    private final DepartmentApi departments;
    private final GroupApi groups;
    private final GroupMemberApi members;
    private final Tenant tenant;

    ContactApi(Tenant tenant) {
        this.users = new UserApi(tenant);
        this.userIds = new UserIdApi(tenant);
        this.leavers = new LeaverApi(tenant);
        this.departments = new DepartmentApi(tenant);
        this.groups = new GroupApi(tenant);
        this.members = new GroupMemberApi(tenant);
        this.tenant = tenant;
    }

    /** @return the {@code data} of the answer */
    synchronized ObjectNode answer(FeishuRequest request) {
        return switch (request.api()) {
            case CREATE_USER -> users.create(request);
            case FIND_USERS_BY_DEPARTMENT -> users.findByDepartment(request);
            case BATCH_GET_USERS -> users.batch(request);
            case BATCH_GET_USER_IDS -> userIds.find(request);
            case GET_USER -> users.get(request);
            case PATCH_USER, MOVE_OR_FREEZE_USER -> users.patch(request);
            case UPDATE_USER_ID -> users.updateId(request);
            case DELETE_USER -> leavers.delete(request);
            case RESURRECT_USER -> leavers.resurrect(request);
            case CREATE_DEPARTMENT -> departments.create(request);
            case GET_DEPARTMENT -> departments.get(request);
            case PATCH_DEPARTMENT -> departments.patch(request);
            case UPDATE_DEPARTMENT_ID -> departments.updateId(request);
            case DELETE_DEPARTMENT -> departments.delete(request);
            case LIST_CHILDREN -> departments.children(request);
            case CREATE_GROUP -> groups.create(request);
            case LIST_GROUPS -> groups.list(request);
            case LIST_GROUPS_OF_MEMBER -> groups.ofMember(request);
            case GET_GROUP -> groups.get(request);
            case PATCH_GROUP -> groups.patch(request);
            case DELETE_GROUP -> groups.delete(request);
            case ADD_GROUP_MEMBER -> members.add(request);
            case BATCH_ADD_GROUP_MEMBERS -> members.batchAdd(request);
            case REMOVE_GROUP_MEMBER -> members.remove(request);
            case BATCH_REMOVE_GROUP_MEMBERS -> members.batchRemove(request);
            case LIST_GROUP_MEMBERS -> members.list(request);
            case LIST_CUSTOM_ATTRIBUTES -> Pages.of(request, "items", 20, 100, tenant.attributes().all(), attribute -> attribute);
            case LIST_SCOPES -> scopes();
        };
    }

    private ObjectNode scopes() {
        ObjectNode data = JSON.createObjectNode();
        ArrayNode list = data.putArray("scopes");
        Set<String> granted = tenant.settings().granted();
        Stream.concat(FeishuSettings.ALL_SCOPES.stream(), granted.stream()).distinct().sorted()
                .forEach(scope -> list.addObject().put("scope_name", scope).put("grant_status", granted.contains(scope) ? 1 : 2));
        return data;
    }
}
