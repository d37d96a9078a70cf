package dev.syncline.samples.feishu;

/** The error codes the fake answers, with the HTTP status and the text the documentation gives for them. */
enum FeishuError {
    BAD_REQUEST(400, 9499, "Bad Request"),
    THROTTLED(429, 99991400, "request trigger frequency limit"),
    NO_TOKEN(400, 99991661, "Missing access token for authorization. Please make a request with token attached."),
    BAD_TENANT_TOKEN(400, 99991663, "Invalid access token for authorization. Please make a request with token attached."),
    BAD_USER_TOKEN(400, 99991668, "Invalid access token for authorization. Please make a request with token attached."),
    NO_SCOPE(400, 99991672, "Access denied."),
    NO_SUCH_OPEN_ID(400, 99992351, "The request you send is not a valid {open_id} or not exists."),
    NO_SUCH_UNION_ID(400, 99992363, "The request you send is not a valid {union_id} or not exists."),
    FIELD_VALIDATION(400, 99992402, "field validation failed"),

    PARAM(400, 40001, "param error"),
    ROOT_DEPARTMENT(400, 40002, "process root dept error"),
    NO_DEPARTMENT_AUTHORITY(403, 40004, "no dept authority error"),
    NO_DEPARTMENT_ID_AUTHORITY(403, 40007, "can not update dept custom id error"),
    DEPARTMENT_INFO_NULL(400, 40008, "dept Info is null error"),
    PAGE_SIZE(400, 40011, "page size is invalid"),
    PAGE_TOKEN(400, 40012, "page token is invalid error"),
    NO_PARENT_AUTHORITY(403, 40014, "no parent dept authority error"),
    NO_SUCH_DEPARTMENT(400, 40015, "department not exist"),
    DEPARTMENT_NAME_NULL(401, 40016, "dept name can not be nul error"),
    DEPARTMENT_PARAM(400, 40018, "param error"),
    NOT_THE_SAME_REQUEST(400, 40021, "no a same request error"),

    MOBILE_EXISTS(400, 41001, "mobile has already exist error"),
    EMAIL_EXISTS(400, 41002, "email has already exist error"),
    MOBILE_INVALID(400, 41004, "mobile is invalid error"),
    EMAIL_INVALID(400, 41005, "email is invalid error"),
    NO_NAME(400, 41006, "no user name error"),
    SEAT_LIMIT(400, 41008, "exceed bill seat limit error"),
    NO_MOBILE(400, 41010, "no mobile error"),
    USER_ID_EXISTS(400, 41011, "user id already exist error"),
    USER_ID_INVALID(400, 41012, "user id invalid error"),
    DEPARTMENT_REQUIRED(400, 41017, "department is required error"),
    ORDER_DEPARTMENT(400, 41025, "order department invalid error"),
    OWN_LEADER(400, 41030, "set leader to oneself error"),
    TOO_MANY_DEPARTMENTS(400, 41033, "user in too many departments  error"),
    GENDER(400, 41038, "gender is invalid error"),
    NO_DEPARTMENT(400, 41041, "department id is not assigned  error"),
    EMPLOYEE_ID(400, 41043, "employee id is invalid error"),
    ATTRIBUTE_NOT_SET(400, 41044, "Custom attribute is not set error"),
    NO_SUCH_ATTRIBUTE(400, 41045, "Custom attribute id is not exist error"),
    ATTRIBUTE_VALUE(400, 41046, "Custom attribute value is not set error"),
    ATTRIBUTE_TEXT(400, 41047, "Custom attribute href text  is null error"),
    ATTRIBUTE_URL(400, 41048, "Custom attribute href url  is null error"),
    NO_USER_AUTHORITY_TO_READ(400, 41050, "no user authority"),
    NO_USER_AUTHORITY_TO_PATCH(400, 41050, "no user authority error"),
    NO_USER_AUTHORITY(403, 41050, "no user authority error"),
    ACCEPTOR(400, 41052, "user resign acceptor is invalid error"),
    NO_NEW_USER_ID(400, 41054, "new user id is required  error"),
    EMPLOYEE_TYPE(400, 41059, "invalid employee type error"),
    MEMBER_ID_TYPE(400, 41071, "invalid member_id_type"),
    MEMBER_ID(400, 41073, "invalid member_id"),
    MEMBER_TYPE(400, 41074, "invalid member_type"),
    JOB_TITLE_LENGTH(400, 41063, "job_title length exceed 100 character"),
    NAME_LENGTH(400, 41070, "name length exceed 255 character"),
    EN_NAME_LENGTH(400, 41071, "en_name length exceed 255 character"),
    NICKNAME_LENGTH(400, 41072, "nickname length exceed 255 character"),
    PRIMARY_NOT_FIRST(400, 41410, "user primary dept must be the first department in the order"),
    GROUP_NAME_EMPTY(400, 42001, "group name empty"),
    GROUP_ID(400, 42002, "invalid group_id"),
    GROUP_TYPE(400, 42003, "group type invalid"),
    MEMBER_EXISTS(400, 42005, "member exist in group error"),
    RESIGNED(400, 42006, "user has resigned error"),
    NO_GROUP_AUTHORITY(403, 42009, "no user group authority error"),
    NOT_ALL_EMPLOYEES(403, 42010, "not has all authority error"),
    GROUP_NAME_LENGTH(400, 42013, "group name exceed limit"),
    GROUP_DESCRIPTION_LENGTH(400, 42014, "group description exceed limit"),
    TOO_MANY_GROUPS(400, 42016, "user group number exceed limit"),
    GROUP_HAS_MEMBERS(400, 42017, "group has member not allow delete"),

    DEPARTMENT_ORDER_EXISTS(400, 43005, "duplicate order error"),
    DEPARTMENT_ID_EXISTS(400, 43007, "duplicated department custom id error"),
    DEPARTMENT_ID_INVALID(400, 43008, "custom dept id invalid error"),
    DEPARTMENT_HAS_MEMBERS(400, 43011, "delete has member dept error"),
    DEPARTMENT_HAS_CHILDREN(400, 43012, "delete has sub dept department error"),
    DEPARTMENT_TOO_DEEP(400, 43019, "exceed dept max level"),
    DEPARTMENT_NAME_EXISTS(400, 43022, "department name duplicate"),
    DEPARTMENT_NAME_SLASH(400, 43029, "dept name not contain separator"),

    MAIL_DOMAIN(400, 44001, "business email domain not available error"),
    ORDER_WITHOUT_DEPARTMENT(400, 44002, "update order must update department together"),
    NOT_JOINED(400, 44010, "unJoined user not allow to update"),
    MOBILE_NEEDS_EMAIL(400, 44020, "mobile and email need together exist"),
    LEADER_RESIGNED(400, 44021, "leader is resigned"),
    LEADER_INVALID(400, 44022, "leaderID is Invalid"),
    NOT_RECOVERABLE(400, 44028, "Exceed recoverable time"),
    MOBILE_DUPLICATED(400, 44030, "Mobile duplicated"),
    EMAIL_DUPLICATED(400, 44031, "Email duplicated"),
    USER_ID_DUPLICATED(400, 44032, "UserID duplicated"),
    NOT_RESIGNED(400, 44033, "User not resigned"),
    DEPARTMENT_OF_USER_INVALID(400, 44035, "departmentID is invaild"),
    MANAGER(400, 44037, "tenant manager cannot be deleted"),
    EMPLOYEE_NO_EXISTS(400, 44051, "employee_no already existed"),
    NO_PARENT_ID(400, 44101, "miss parent department id error"),

    GROUP_ID_EXISTS(400, 47005, "duplicate group id error"),
    GROUP_NAME_EXISTS(400, 47009, "duplicated name error");

    private final int status;
    private final int code;
    private final String text;

    FeishuError(int status, int code, String text) {
        this.status = status;
        this.code = code;
        this.text = text;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    String text() {
        return text;
    }
}
