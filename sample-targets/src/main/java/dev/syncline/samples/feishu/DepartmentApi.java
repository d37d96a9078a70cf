package dev.syncline.samples.feishu;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code contact/v3/departments}. Each method answers the {@code data} of an answer. */
final class DepartmentApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ORDER_STEP = 2_000;

    private final Tenant tenant;
    private final DepartmentView view;
    private final ClientTokens tokens = new ClientTokens();
    private int made;

    DepartmentApi(Tenant tenant) {
        this.tenant = tenant;
        this.view = new DepartmentView(tenant);
    }

    ObjectNode create(FeishuRequest request) {
        ObjectNode body = request.body();
        return tokens.once(request, body, () -> {
            ObjectNode row = newRow(request, body);
            tenant.departments().put(row);
            return shown(row, request);
        });
    }

    private ObjectNode newRow(FeishuRequest request, ObjectNode body) {
        if (!body.hasNonNull("name")) {
            throw new FeishuRefusal(FeishuError.DEPARTMENT_NAME_NULL);
        }
        if (!body.hasNonNull(Departments.PARENT)) {
            throw new FeishuRefusal(FeishuError.NO_PARENT_ID);
        }
        DepartmentInput input = new DepartmentInput(tenant, request, body);
        String random = UUID.randomUUID().toString().replace("-", "");
        ObjectNode row = JSON.createObjectNode().put("department_id", input.departmentId(random.substring(0, 16)))
                .put(Departments.ID, "od-" + random).put("order", Integer.toString(++made * ORDER_STEP));
        row.setAll(input.changes());
        input.check(row);
        return row;
    }

    private ObjectNode shown(ObjectNode row, FeishuRequest request) {
        ObjectNode data = JSON.createObjectNode();
        data.set("department", view.of(row, request));
        return data;
    }

    ObjectNode get(FeishuRequest request) {
        if (request.id().equals(Departments.ROOT)) {
            if (!tenant.seesDepartment(Departments.ROOT)) {
                throw new FeishuRefusal(FeishuError.NO_DEPARTMENT_AUTHORITY);
            }
            return shown(JSON.createObjectNode().put("name", "Example Corp").put("department_id", Departments.ROOT)
                    .put(Departments.ID, Departments.ROOT), request);
        }
        return shown(visible(request, FeishuError.NO_SUCH_DEPARTMENT), request);
    }

    private ObjectNode visible(FeishuRequest request, FeishuError otherwise) {
        ObjectNode row = tenant.departments().find(request.departmentIdType(), request.id()).orElseThrow(() -> new FeishuRefusal(otherwise));
        if (!tenant.seesDepartment(row.path(Departments.ID).asString())) {
            throw new FeishuRefusal(FeishuError.NO_DEPARTMENT_AUTHORITY);
        }
        return row;
    }

    ObjectNode patch(FeishuRequest request) {
        refuseRoot(request);
        ObjectNode row = visible(request, FeishuError.DEPARTMENT_INFO_NULL);
        DepartmentInput input = new DepartmentInput(tenant, request, request.body());
        row.setAll(input.changes());
        input.check(row);
        tenant.departments().put(row);
        return shown(row, request);
    }

    ObjectNode updateId(FeishuRequest request) {
        ObjectNode row = visible(request, FeishuError.NO_DEPARTMENT_ID_AUTHORITY);
        ObjectNode body = request.body();
        if (!body.path("new_department_id").isString()) {
            throw FeishuRefusal.required("new_department_id");
        }
        ObjectNode wanted = JSON.createObjectNode().put("department_id", body.path("new_department_id").asString());
        row.put("department_id", new DepartmentInput(tenant, request, wanted).departmentId(row.path("department_id").asString()));
        tenant.departments().put(row);
        return shown(row, request);
    }

    private static void refuseRoot(FeishuRequest request) {
        if (request.id().equals(Departments.ROOT)) {
            throw new FeishuRefusal(FeishuError.ROOT_DEPARTMENT);
        }
    }

    ObjectNode delete(FeishuRequest request) {
        refuseRoot(request);
        String id = visible(request, FeishuError.DEPARTMENT_INFO_NULL).path(Departments.ID).asString();
        if (tenant.users().inDepartment(id).findAny().isPresent()) {
            throw new FeishuRefusal(FeishuError.DEPARTMENT_HAS_MEMBERS);
        }
        if (tenant.departments().childrenOf(id).findAny().isPresent()) {
            throw new FeishuRefusal(FeishuError.DEPARTMENT_HAS_CHILDREN);
        }
        tenant.departments().remove(id);
        return JSON.createObjectNode();
    }

    ObjectNode children(FeishuRequest request) {
        String parent = tenant.departments().openId(request.departmentIdType(), request.id())
                .orElseThrow(() -> new FeishuRefusal(FeishuError.DEPARTMENT_INFO_NULL));
        if (!tenant.seesDepartment(parent)) {
            throw new FeishuRefusal(FeishuError.NO_DEPARTMENT_AUTHORITY);
        }
        List<ObjectNode> rows = tenant.departments().ago(tenant.settings().lag());
        boolean all = request.flag("fetch_child");
        List<ObjectNode> below = rows.stream().filter(row -> all ? isBelow(row, parent, rows) : isChild(row, parent)).toList();
        return Pages.of(request, "items", 10, 50, below, row -> view.of(row, request));
    }

    private static boolean isChild(ObjectNode row, String parent) {
        return row.path(Departments.PARENT).asString().equals(parent);
    }

    /** Judged by the list's own state of the tree, which may be older than the tree. */
    private static boolean isBelow(ObjectNode row, String top, List<ObjectNode> rows) {
        if (isChild(row, top)) {
            return true;
        }
        return rows.stream().filter(other -> other.path(Departments.ID).equals(row.path(Departments.PARENT)))
                .anyMatch(parent -> isBelow(parent, top, rows));
    }
}
