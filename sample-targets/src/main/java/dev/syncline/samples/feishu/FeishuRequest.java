package dev.syncline.samples.feishu;

import dev.syncline.samples.SampleRefusal;
import dev.syncline.samples.SampleRequest;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A request to one of the APIs, with what the gateway checks before the service behind it sees it. */
record FeishuRequest(FeishuApi api, SampleRequest http) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PLACE_OF_ID = 4;

    /** The id in the path: {@code users/:user_id} and the like. */
    String id() {
        return http.path().get(PLACE_OF_ID);
    }

    UserIdType userIdType() {
        return UserIdType.of("user_id_type", query("user_id_type").orElse(UserIdType.OPEN_ID.parameter()));
    }

    DepartmentIdType departmentIdType() {
        return DepartmentIdType.of(query("department_id_type").orElse(DepartmentIdType.OPEN_DEPARTMENT_ID.parameter()));
    }

    Optional<String> query(String name) {
        return http.query(name).filter(value -> !value.isEmpty());
    }

    List<String> queries(String name) {
        return http.queries(name);
    }

    String required(String name) {
        return query(name).orElseThrow(() -> FeishuRefusal.required(name));
    }

    int number(String name, int otherwise) {
        try {
            return query(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw FeishuRefusal.field(name, query(name).orElse(""), name + " is no number");
        }
    }

    boolean flag(String name) {
        return query(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** @throws FeishuRefusal 9499 when the body is no JSON object; an absent body is an empty object */
    ObjectNode body() {
        if (http.body().isBlank()) {
            return JSON.createObjectNode();
        }
        try {
            if (http.json() instanceof ObjectNode object) {
                return object;
            }
        } catch (SampleRefusal noJson) {
            throw new FeishuRefusal(FeishuError.BAD_REQUEST);
        }
        throw new FeishuRefusal(FeishuError.BAD_REQUEST);
    }
}
