package dev.syncline.fuzz;

import java.util.Set;

/** Looks at an answer, whether it is one a server may give. */
final class Inspection {

    private static final Set<String> PROBLEMS = Set.of("application/problem+json", "application/scim+json");

    private static final Set<Integer> PROTOCOL = Set.of(400, 417, 501, 505);

    private final Telltales telltales;

    Inspection(World world) {
        this.telltales = new Telltales(world.secrets, world.server.home());
    }

    /** Null when all is well. */
    String fault(RawRequest request, RawAnswer answer) {
        if (answer.status() == 0) {
            return request.isOdd() ? null : "closed the connection without an answer";
        }
        if (answer.status() >= 500 && !isExplained(request, answer)) {
            return "answered " + answer;
        }
        String told = telltales.in(answer);
        if (told != null) {
            return told + " in " + answer;
        }
        return answer.status() >= 400 && !isProblem(request, answer) ? "no problem document: " + answer : null;
    }

    /** What took too long is said to have; a protocol that is not spoken is refused with a status of its own (RFC 9110 section 15.6). */
    private static boolean isExplained(RawRequest request, RawAnswer answer) {
        return answer.status() == 503 && answer.text().contains("TOOK_TOO_LONG")
                || answer.status() == 501 && answer.header("content-type").startsWith("application/scim+json")
                || (answer.status() == 501 || answer.status() == 505) && (request.isOdd() || !request.method().matches("GET|PUT|POST|PATCH|DELETE"));
    }

    /** What Tomcat refuses before it is a request at all has no body of ours. */
    private static boolean isProblem(RawRequest request, RawAnswer answer) {
        return PROBLEMS.contains(answer.header("content-type").replaceFirst(";.*", "")) || answer.body().length == 0
                || answer.header("content-type").startsWith("text/html") && (answer.closes() || PROTOCOL.contains(answer.status()));
    }
}
