package dev.syncline.samples.feishu;

import java.util.Arrays;

/** What a user is called by: per application, per vendor of applications, or per tenant. */
enum UserIdType {
    OPEN_ID("open_id"),
    UNION_ID("union_id"),
    USER_ID("user_id");

    private final String parameter;

    UserIdType(String parameter) {
        this.parameter = parameter;
    }

    /** @throws FeishuRefusal 99992402 when there is no such type */
    static UserIdType of(String field, String value) {
        return Arrays.stream(values()).filter(type -> type.parameter.equals(value)).findFirst()
                .orElseThrow(() -> FeishuRefusal.field(field, value, field + " is optional, options: [open_id,union_id,user_id]"));
    }

    /** Name in requests, and of the field that holds the id. */
    String parameter() {
        return parameter;
    }
}
