package dev.syncline.samples.feishu;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds of every user: formats, lengths, and what no two users of a company share. */
final class UserRules {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TITLE = 100;
    private static final Map<String, FeishuError> UNIQUE = Map.of(
            "mobile", FeishuError.MOBILE_EXISTS, "email", FeishuError.EMAIL_EXISTS, "user_id", FeishuError.USER_ID_EXISTS,
            "employee_no", FeishuError.EMPLOYEE_NO_EXISTS);

    private final Tenant tenant;

    UserRules(Tenant tenant) {
        this.tenant = tenant;
    }

    /** @throws FeishuRefusal when the row, as it would be, breaks a rule */
    void check(ObjectNode row) {
        format(row);
        lengths(row);
        for (String field : List.of("mobile", "email", "user_id", "employee_no")) {
            unique(row, field);
        }
        if (row.path("leader_user_id").asString("").equals(row.path(Users.ID).asString())) {
            throw new FeishuRefusal(FeishuError.OWN_LEADER);
        }
    }

    private void format(ObjectNode row) {
        refuse(row.path("name").asString("").isEmpty(), FeishuError.NO_NAME);
        String email = row.path("email").asString("");
        refuse(!email.isEmpty() && !EMAIL.matcher(email).matches(), FeishuError.EMAIL_INVALID);
        refuse(Mobile.isForeign(row.path("mobile").asString()) && email.isEmpty(), FeishuError.MOBILE_NEEDS_EMAIL);
        refuse(outside(row.path("gender"), 0, 3), FeishuError.GENDER);
        refuse(outside(row.path("employee_type"), 1, 5), FeishuError.EMPLOYEE_TYPE);
        String business = row.path("enterprise_email").asString("");
        refuse(!business.isEmpty() && !tenant.settings().hasMailDomain(business.substring(business.indexOf('@') + 1)), FeishuError.MAIL_DOMAIN);
    }

    private static boolean outside(JsonNode number, int least, int most) {
        return number.isNumber() && (number.asInt() < least || number.asInt() > most);
    }

    private static void lengths(ObjectNode row) {
        refuse(row.path("name").asString("").length() > LONGEST_NAME, FeishuError.NAME_LENGTH);
        refuse(row.path("en_name").asString("").length() > LONGEST_NAME, FeishuError.EN_NAME_LENGTH);
        refuse(row.path("nickname").asString("").length() > LONGEST_NAME, FeishuError.NICKNAME_LENGTH);
        refuse(row.path("job_title").asString("").length() > LONGEST_TITLE, FeishuError.JOB_TITLE_LENGTH);
    }

    private void unique(ObjectNode row, String field) {
        String value = row.path(field).asString("");
        refuse(!value.isEmpty() && tenant.users().working()
                .anyMatch(other -> other.path(field).asString("").equalsIgnoreCase(value)
                        && !other.path(Users.ID).asString().equals(row.path(Users.ID).asString())), UNIQUE.get(field));
    }

    private static void refuse(boolean broken, FeishuError error) {
        if (broken) {
            throw new FeishuRefusal(error);
        }
    }
}
