package dev.syncline.connectors.feishu;

import dev.syncline.connector.AttributeSpec;
import dev.syncline.connectors.Stopped;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A field of a user as the contact API has it. What it is called there is what a mapping calls it. */
enum UserField {
    USER_ID(Kind.TEXT, Cleared.NEVER, "User id; the account's name where the connection says so. Set when a user is created, later by a rename only."),
    NAME(Kind.TEXT, Cleared.NEVER, "Name to show; the account's name where this is not mapped."),
    EN_NAME(Kind.TEXT, Cleared.EMPTY, "English name."),
    NICKNAME(Kind.TEXT, Cleared.EMPTY, "Alias."),
    EMAIL(Kind.TEXT, Cleared.EMPTY, "Mail address, once per tenant."),
    MOBILE(Kind.TEXT, Cleared.EMPTY, "Mobile number with country code, such as +8613011111111, once per tenant. Feishu needs it."),
    MOBILE_VISIBLE(Kind.BOOLEAN, Cleared.NEVER, "Whether colleagues see the mobile number."),
    GENDER(Kind.INTEGER, Cleared.ZERO, "0 unsaid, 1 male, 2 female, 3 other."),
    AVATAR_KEY(Kind.TEXT, Cleared.NEVER, "Key of an uploaded picture."),
    EMPLOYEE_NO(Kind.TEXT, Cleared.EMPTY, "Number of the employee."),
    EMPLOYEE_TYPE(Kind.INTEGER, Cleared.NEVER, "1 regular, 2 intern, 3 outsourced, 4 contractor, 5 consultant, or an own type's number; 1 where this is not mapped."),
    JOIN_TIME(Kind.INTEGER, Cleared.ZERO, "First day, in seconds since 1970."),
    JOB_TITLE(Kind.TEXT, Cleared.BLANK, "Job title."),
    JOB_LEVEL_ID(Kind.TEXT, Cleared.EMPTY, "Id of the job level."),
    JOB_FAMILY_ID(Kind.TEXT, Cleared.EMPTY, "Id of the job family."),
    CITY(Kind.TEXT, Cleared.EMPTY, "City of work."),
    COUNTRY(Kind.TEXT, Cleared.EMPTY, "Country or region, such as CN."),
    WORK_STATION(Kind.TEXT, Cleared.EMPTY, "Place in the office."),
    LEADER_USER_ID(Kind.TEXT, Cleared.EMPTY, "User id of the direct manager, of the connection's kind."),
    DOTTED_LINE_LEADER_USER_IDS(Kind.LIST, Cleared.EMPTY, "User ids of further managers."),
    DEPARTMENT_IDS(Kind.LIST, Cleared.NEVER, "Ids of departments beside the one of @parent, of the connection's kind."),
    ENTERPRISE_EMAIL(Kind.TEXT, Cleared.EMPTY, "Business mail address, where the tenant has Feishu mail."),
    GEO(Kind.TEXT, Cleared.NEVER, "Data residence, where the tenant has several. Set when a user is created only."),
    SUBSCRIPTION_IDS(Kind.LIST, Cleared.NEVER, "Ids of the seats to take.");

    private enum Kind {
        TEXT,
        INTEGER,
        BOOLEAN,
        LIST
    }

    /** What the platform takes for "no value": a field that is left out stays as it is. */
    private enum Cleared {
        NEVER,
        EMPTY,
        BLANK,
        ZERO
    }

    /** By these a person is reached. */
    private static final Set<UserField> PERSONAL = Set.of(EMAIL, MOBILE, ENTERPRISE_EMAIL);

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Kind kind;
    private final Cleared cleared;
    private final String help;

    UserField(Kind kind, Cleared cleared, String help) {
        this.kind = kind;
        this.cleared = cleared;
        this.help = help;
    }

    static Optional<UserField> named(String attribute) {
        return Arrays.stream(values()).filter(field -> field.wireName().equals(attribute)).findFirst();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    AttributeSpec spec() {
        AttributeSpec.Type type = switch (kind) {
            case TEXT, LIST -> AttributeSpec.Type.TEXT;
            case INTEGER -> AttributeSpec.Type.INTEGER;
            case BOOLEAN -> AttributeSpec.Type.BOOLEAN;
        };
        return new AttributeSpec(wireName(), type, false, kind == Kind.LIST, false, PERSONAL.contains(this), help);
    }

    /** @throws Stopped when the platform has no such value, with the attribute's name */
    JsonNode json(Object value) throws Stopped {
        if (value == null) {
            return nothing();
        }
        return switch (kind) {
            case TEXT -> NODES.stringNode(String.valueOf(value));
            case BOOLEAN -> NODES.booleanNode(Boolean.parseBoolean(String.valueOf(value)));
            case INTEGER -> NODES.numberNode(whole(value));
            case LIST -> list(value instanceof List<?> many ? many : List.of(value));
        };
    }

    private JsonNode nothing() throws Stopped {
        return switch (cleared) {
            case NEVER -> throw Stopped.invalid("The attribute \"%s\" cannot be cleared in Feishu; give it a value, or leave it out.".formatted(wireName()));
            case EMPTY -> kind == Kind.LIST ? NODES.arrayNode() : NODES.stringNode("");
            case BLANK -> NODES.stringNode(" ");
            case ZERO -> NODES.numberNode(0);
        };
    }

    private long whole(Object value) throws Stopped {
        try {
            return value instanceof Number number ? Math.round(number.doubleValue()) : Long.parseLong(value.toString().strip());
        } catch (NumberFormatException e) {
            throw Stopped.invalid("The attribute \"%s\" must be a whole number.".formatted(wireName()));
        }
    }

    private static ArrayNode list(List<?> values) {
        ArrayNode list = NODES.arrayNode();
        values.forEach(value -> list.add(String.valueOf(value)));
        return list;
    }

    /** Whether a user has this value. What the platform leaves out is empty, or not to be seen. */
    boolean same(JsonNode user, JsonNode wanted) {
        JsonNode has = user.path(wireName());
        return switch (kind) {
            case TEXT -> comparable(has).equals(comparable(wanted));
            case BOOLEAN, INTEGER -> has.asString("0").equals(wanted.asString(""));
            case LIST -> elements(has).equals(elements(wanted));
        };
    }

    /** Numbers come back with the country code they were given without. */
    private String comparable(JsonNode value) {
        String text = value.isNull() ? "" : value.asString("").strip();
        return switch (this) {
            case MOBILE -> text.replace(" ", "").replaceFirst("^\\+86", "");
            case EMAIL, ENTERPRISE_EMAIL -> text.toLowerCase(Locale.ROOT);
            default -> text;
        };
    }

    private static Set<String> elements(JsonNode list) {
        Set<String> elements = new HashSet<>();
        list.forEach(element -> elements.add(element.asString("")));
        return elements;
    }
}
