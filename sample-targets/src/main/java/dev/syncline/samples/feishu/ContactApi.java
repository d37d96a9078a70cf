package dev.syncline.samples.feishu;

import tools.jackson.databind.node.ObjectNode;

/** The service behind the gateway; works on one request at a time. */
final class ContactApi {

    private final UserApi users;
    private final UserIdApi userIds;
    private final LeaverApi leavers;
    private final DepartmentApi departments;

    ContactApi(Tenant tenant) {
        this.users = new UserApi(tenant);
        this.userIds = new UserIdApi(tenant);
        this.leavers = new LeaverApi(tenant);
        this.departments = new DepartmentApi(tenant);
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
            case DELETE_USER -> leavers.delete(request);
            case RESURRECT_USER -> leavers.resurrect(request);
            case CREATE_DEPARTMENT -> departments.create(request);
            case GET_DEPARTMENT -> departments.get(request);
            case PATCH_DEPARTMENT -> departments.patch(request);
            case DELETE_DEPARTMENT -> departments.delete(request);
            case LIST_CHILDREN -> departments.children(request);
        };
    }
}
