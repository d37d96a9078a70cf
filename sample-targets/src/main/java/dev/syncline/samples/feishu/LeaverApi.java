package dev.syncline.samples.feishu;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code DELETE contact/v3/users/:user_id} and {@code resurrect}. Deleting makes a user one who has left: gone from departments, groups and
 * lists, mobile number, mail address and user id free for others, but still to be read by id.
 */
final class LeaverApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration RECOVERABLE = Duration.ofDays(30);
    private static final List<String> ACCEPTORS = List.of("department_chat_acceptor_user_id", "external_chat_acceptor_user_id",
            "docs_acceptor_user_id", "calendar_acceptor_user_id", "application_acceptor_user_id", "minutes_acceptor_user_id",
            "survey_acceptor_user_id", "anycross_acceptor_user_id");

    private final Tenant tenant;

    LeaverApi(Tenant tenant) {
        this.tenant = tenant;
    }

    ObjectNode delete(FeishuRequest request) {
        ObjectNode row = tenant.user(request.userIdType(), request.id());
        if (Users.hasLeft(row) || !tenant.sees(row)) {
            throw new FeishuRefusal(FeishuError.NO_USER_AUTHORITY);
        }
        if (row.path("is_tenant_manager").asBoolean()) {
            throw new FeishuRefusal(FeishuError.MANAGER);
        }
        row.set("acceptors", acceptors(request, request.body()));
        row.put("resigned_at", tenant.clock().instant().toString());
        row.putArray("department_ids");
        row.putArray("orders");
        row.remove("leader_user_id");
        ((ObjectNode) row.path("status")).put("is_resigned", true).put("is_frozen", false).put("is_activated", false).put("is_unjoin", false);
        tenant.users().put(row);
        tenant.groups().takeOutOfAll(row.path(Users.ID).asString());
        return JSON.createObjectNode();
    }

    private ObjectNode acceptors(FeishuRequest request, JsonNode body) {
        ObjectNode kept = JSON.createObjectNode();
        ACCEPTORS.stream().filter(body::hasNonNull).forEach(field -> kept.put(field, acceptor(request, body.path(field))));
        if (body.hasNonNull("email_acceptor")) {
            JsonNode mail = body.path("email_acceptor");
            switch (mail.path("processing_type").asString("")) {
                case "1" -> kept.put("email_acceptor", acceptor(request, mail.path("acceptor_user_id")));
                case "2" -> kept.put("email_acceptor", "kept");
                case "3" -> kept.put("email_acceptor", "deleted");
                default -> throw new FeishuRefusal(FeishuError.PARAM);
            }
        }
        return kept;
    }

    private String acceptor(FeishuRequest request, JsonNode id) {
        return tenant.users().find(request.userIdType(), id.asString("")).filter(user -> !Users.hasLeft(user))
                .map(user -> user.path(Users.ID).asString())
                .orElseThrow(() -> new FeishuRefusal(FeishuError.ACCEPTOR));
    }

    ObjectNode resurrect(FeishuRequest request) {
        ObjectNode row = tenant.user(request.userIdType(), request.id());
        checkRecoverable(row);
        ObjectNode wanted = JSON.createObjectNode();
        var ids = wanted.putArray("department_ids");
        request.body().path("departments").forEach(department -> ids.add(department.path("department_id")));
        if (ids.isEmpty()) {
            ids.add(Departments.ROOT);
        }
        row.setAll(new UserInput(tenant, request, wanted, FeishuError.NO_DEPARTMENT_AUTHORITY).changes());
        row.set("orders", UserOrders.complete(row.path("department_ids"), JSON.createArrayNode()));
        row.remove(List.of("resigned_at", "acceptors"));
        ((ObjectNode) row.path("status")).put("is_resigned", false).put("is_activated", true);
        tenant.users().put(row);
        return JSON.createObjectNode();
    }

    private void checkRecoverable(ObjectNode row) {
        refuse(!Users.hasLeft(row), FeishuError.NOT_RESIGNED);
        Instant last = Instant.parse(row.path("resigned_at").asString()).plus(RECOVERABLE);
        refuse(tenant.clock().instant().isAfter(last), FeishuError.NOT_RECOVERABLE);
        refuse(taken(row, "mobile"), FeishuError.MOBILE_DUPLICATED);
        refuse(taken(row, "email"), FeishuError.EMAIL_DUPLICATED);
        refuse(taken(row, "user_id"), FeishuError.USER_ID_DUPLICATED);
        refuse(tenant.users().working().count() >= tenant.settings().seats(), FeishuError.SEAT_LIMIT);
    }

    private boolean taken(ObjectNode row, String field) {
        String value = row.path(field).asString("");
        return !value.isEmpty() && tenant.users().working().anyMatch(other -> other.path(field).asString("").equalsIgnoreCase(value));
    }

    private static void refuse(boolean broken, FeishuError error) {
        if (broken) {
            throw new FeishuRefusal(error);
        }
    }
}
