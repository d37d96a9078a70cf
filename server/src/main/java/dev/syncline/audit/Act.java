package dev.syncline.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint does, as a stable code made of its address: {@code PUT /api/v1/applications/{id}} is "applications.change". So no
 * endpoint can be forgotten; the console has the words for each.
 *
 * @param objectType "application"; null when it is about nothing that has a type
 */
record Act(String code, @Nullable String objectType) {

    private static final String API = "/api/v1/";
    private static final String SCIM = "/scim/v2";
    private static final Pattern ID = Pattern.compile("\\{.*}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|\\d+");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Posts that only ask, because what they ask does not fit into an address. */
    private static final Set<String> QUESTIONS = Set.of(
            "POST /api/v1/applications/{id}/mappings/preview",
            "POST /api/v1/notifications/rules/preview",
            "POST /api/v1/packages/{id}/preview",
            "POST /api/v1/policies/matching",
            "POST /api/v1/policies/matching/users",
            "POST /api/v1/policies/simulation",
            "POST /api/v1/policies/simulation/lines",
            "POST /api/v1/reconciliations/{id}/count",
            "POST /api/v1/tasks/{id}/modify/validate",
            "POST /scim/v2/.search",
            "POST /scim/v2/Users/.search",
            "POST /scim/v2/Groups/.search");

    private static final Map<String, String> NAMED = Map.of(
            "session.create", "sign-in",
            "session.delete", "sign-out",
            "session.password", "password.change");

    /**
     * @param pattern address of the endpoint with its variables, or of the request where no endpoint is known
     */
    static Act of(String method, String pattern) {
        List<String> words = words(pattern);
        String code = String.join(".", words) + verb(method, words);
        return new Act(NAMED.getOrDefault(code, code), objectType(pattern));
    }

    /** Whether a request is put on record before it is handled. */
    static boolean isOnRecord(String method, String pattern) {
        boolean changes = !SAFE.contains(method) && (pattern.startsWith(API) || pattern.startsWith(SCIM))
                && !QUESTIONS.contains(method + " " + pattern);
        return changes || takesOut(method, pattern);
    }

    static boolean isQuestion(String method, String pattern) {
        return QUESTIONS.contains(method + " " + pattern);
    }

    private static boolean takesOut(String method, String pattern) {
        return "GET".equals(method) && pattern.startsWith(API) && pattern.endsWith("/export");
    }

    private static List<String> words(String pattern) {
        List<String> words = new ArrayList<>();
        for (String segment : segments(pattern)) {
            if (!ID.matcher(segment).matches()) {
                words.add(segment.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    private static List<String> segments(String pattern) {
        String path = pattern.startsWith(API) ? pattern.substring(API.length()) : pattern.replaceFirst("^" + SCIM, "scim");
        return List.of(path.replaceAll("^/+|/+$", "").split("/+"));
    }

    private static String verb(String method, List<String> words) {
        String last = words.isEmpty() ? "" : words.getLast();
        return switch (method) {
            case "PUT", "PATCH" -> ".change";
            case "DELETE" -> ".delete";
            case "POST" -> words.size() == 1 || isMany(last) ? ".create" : "";
            default -> isExport(last) ? "" : ".read";
        };
    }

    private static boolean isExport(String word) {
        return word.equals("export");
    }

    private static boolean isMany(String word) {
        return word.endsWith("s") && !word.endsWith("ss");
    }

    /** The words before the first id, the last of them in the singular: "account-policy". */
    private static @Nullable String objectType(String pattern) {
        List<String> kept = new ArrayList<>();
        for (String segment : segments(pattern)) {
            if (ID.matcher(segment).matches()) {
                break;
            }
            kept.add(segment.toLowerCase(Locale.ROOT));
        }
        kept.remove("scim");
        while (kept.size() > 1 && !isMany(kept.getLast())) {
            kept.removeLast();
        }
        if (kept.isEmpty()) {
            return null;
        }
        kept.add(singular(kept.removeLast()));
        return String.join("-", kept);
    }

    private static String singular(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("ches") || word.endsWith("sses")) {
            return word.substring(0, word.length() - 2);
        }
        return isMany(word) ? word.substring(0, word.length() - 1) : word;
    }
}
