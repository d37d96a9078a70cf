package dev.syncline.samples.feishu;

import java.util.Arrays;

/** What a department is called by: an id of one's own choice, or one the platform gave it ({@code od-...}). The root is {@code 0} in both. */
enum DepartmentIdType {
    DEPARTMENT_ID("department_id"),
    OPEN_DEPARTMENT_ID("open_department_id");

    private final String parameter;

    DepartmentIdType(String parameter) {
        this.parameter = parameter;
    }

    static DepartmentIdType of(String value) {
        return Arrays.stream(values()).filter(type -> type.parameter.equals(value)).findFirst()
                .orElseThrow(() -> FeishuRefusal.field("department_id_type", value,
                        "department_id_type is optional, options: [department_id,open_department_id]"));
    }

    /** Name in requests, and of the field that holds the id. */
    String parameter() {
        return parameter;
    }
}
