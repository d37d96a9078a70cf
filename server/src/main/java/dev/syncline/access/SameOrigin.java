package dev.syncline.access;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Refuses requests another site makes with an administrator's cookie. A foreign page cannot set a header of ours, nor forge the
 * browser's fetch metadata (W3C Fetch Metadata Request Headers); the cookie's SameSite=Strict is the second wall.
 */
final class SameOrigin {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private SameOrigin() {}

    static void check(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod()) || "1".equals(request.getHeader("X-Syncline"))) {
            return;
        }
        if (!"same-origin".equals(request.getHeader("Sec-Fetch-Site"))) {
            throw new ProblemException(ErrorCode.FORBIDDEN,
                    "A request with the session cookie that changes something needs the header X-Syncline: 1.");
        }
    }
}
