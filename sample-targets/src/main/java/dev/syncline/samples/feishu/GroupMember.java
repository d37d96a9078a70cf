package dev.syncline.samples.feishu;

import java.util.Arrays;
import tools.jackson.databind.node.ObjectNode;

/** A member of a user group as requests name one. Only users can be. */
final class GroupMember {

    private GroupMember() {}

    /** @throws FeishuRefusal 41074, 41071 or 41073 for a type of member, type of id or id that is none, 41050 out of range */
    static ObjectNode of(Tenant tenant, String memberType, String idType, String id) {
        if (!memberType.equals("user")) {
            throw new FeishuRefusal(FeishuError.MEMBER_TYPE);
        }
        ObjectNode user = tenant.users().find(idType(idType), id).orElseThrow(() -> new FeishuRefusal(FeishuError.MEMBER_ID));
        if (!tenant.sees(user)) {
            throw new FeishuRefusal(FeishuError.NO_USER_AUTHORITY);
        }
        return user;
    }

    static UserIdType idType(String name) {
        return Arrays.stream(UserIdType.values()).filter(type -> type.parameter().equals(name)).findFirst()
                .orElseThrow(() -> new FeishuRefusal(FeishuError.MEMBER_ID_TYPE));
    }
}
