package dev.syncline.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a field is likely to want, by its name: ids of things that are there, and texts of the right form. */
final class Names {

    private static final Map<String, String> COLLECTIONS = Map.ofEntries(
            Map.entry("application", "/api/v1/applications"), Map.entry("user", "/api/v1/users"), Map.entry("manager", "/api/v1/users"),
            Map.entry("foruser", "/api/v1/users"), Map.entry("owner", "/api/v1/users"), Map.entry("named", "/api/v1/users"), Map.entry("fallback", "/api/v1/users"),
            Map.entry("add", "/api/v1/users"), Map.entry("remove", "/api/v1/users"), Map.entry("permission", "/api/v1/permissions"),
            Map.entry("permissionsa", "/api/v1/permissions"), Map.entry("permissionsb", "/api/v1/permissions"), Map.entry("unbind", "/api/v1/permissions"),
            Map.entry("requestablepermission", "/api/v1/permissions"), Map.entry("account", "/api/v1/accounts"), Map.entry("organization", "/api/v1/organizations"),
            Map.entry("parent", "/api/v1/organizations"), Map.entry("task", "/api/v1/tasks"), Map.entry("package", "/api/v1/packages"), Map.entry("policy", "/api/v1/policies"),
            Map.entry("channel", "/api/v1/notifications/channels"), Map.entry("rule", "/api/v1/notifications/rules"), Map.entry("view", "/api/v1/views"),
            Map.entry("batch", "/api/v1/batches"), Map.entry("group", "/api/v1/groups"), Map.entry("repair", "/api/v1/repairs"),
            Map.entry("failuregroup", "/api/v1/failure-groups"), Map.entry("check", "/api/v1/account-policies"));

    private static final List<String> CONDITIONS = List.of("true", "user.email.endsWith('example.com')", "user.userName == 'ada.fuzz'", "user.attributes[?\"team\"].orValue(\"none\")",
            "user.displayName + ' ' + user.email", "size(user.groups) > 0", "organization.code", "[1, 2, 3].map(x, x * 2)", "user.userName.lowerAscii()", "false");

    private Names() {}

    /** The list in which things stand that a field of this name refers to; null for none. */
    static String collection(String field) {
        return COLLECTIONS.get(field.toLowerCase(Locale.ROOT).replaceFirst("ids?$", ""));
    }

    static String text(Dice dice, String field) {
        return switch (field) {
            case "connector" -> dice.of("memory", "memory", "scim", "rest", "ldap");
            case "condition", "expression", "accountNameExpression" -> dice.of(CONDITIONS);
            case "email" -> "someone" + dice.below(100_000) + "@example.com";
            case "phone" -> "+49 30 1234567";
            case "zone" -> dice.of("UTC", "Asia/Shanghai");
            case "at", "from", "to" -> dice.of("03:00", "2026-11-01T00:00:00Z", "2027-01-01T00:00:00Z");
            case "address" -> dice.of("/log?status=FAILED", "/log");
            case "language" -> dice.of("en", "zh-CN");
            case "range" -> dice.of("day", "week", "month", "24h", "7d");
            case "kind" -> dice.of("HELD", "DUPLICATE", "ORPHAN", "DORMANT", "RUN_HELD", "GROUP");
            case "url", "baseUrl", "tokenUrl" -> dice.of("http://127.0.0.1:9/", "ldap://127.0.0.1:9");
            case "cursor" -> dice.of("", "MjAyNi0xMS0yOFQwMDowMDowMFofMDE5M2U1YTAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAw", "YWRh", "YR9i", "AB9D");
            case "options" -> dice.of("{\"existing\":\"UPDATE\"}", "{\"existing\":\"SKIP\",\"delimiter\":\";\"}", "{}");
            case "q" -> dice.of("a", "ada", "fuzz example", "x y z");
            case "secret", "signingSecret" -> "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
            default -> dice.of("one", "Two words", "three-" + dice.below(1_000_000), "\u674e\u660e", "M\u00fcller");
        };
    }
}
