package dev.syncline.access;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/**
 * Refuses requests another site makes with somebody's cookie, or to sign somebody in, as OWASP advises: what the browser says itself counts
 * (W3C Fetch Metadata, else Origin); where it says nothing, a header of ours is needed, which a foreign page cannot send without being
 * asked for by CORS, which nobody is allowed. The cookie's SameSite=Strict is a second wall.
 */
final class SameOrigin {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Transport transport;

    SameOrigin(Transport transport) {
        this.transport = transport;
    }

    /** @throws ProblemException FORBIDDEN */
    void check(HttpServletRequest request) {
        if (!SAFE.contains(request.getMethod())) {
            refuseForeign(request);
            if (site(request) == null && !"1".equals(request.getHeader("X-Syncline"))) {
                throw new ProblemException(ErrorCode.FORBIDDEN,
                        "A request with the session cookie that changes something needs the header X-Syncline: 1.");
            }
        }
    }

    /** For the sign-in, where there is no cookie yet that a foreign page could use: programs need not say anything. */
    void refuseForeign(HttpServletRequest request) {
        String site = site(request);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean foreign = site == null ? origin != null && !transport.isOwn(origin, request) : !site.equals("same-origin");
        if (foreign) {
            throw new ProblemException(ErrorCode.FORBIDDEN, "The request comes from a page of another site, and such may change nothing here.");
        }
    }

    private static String site(HttpServletRequest request) {
        return request.getHeader("Sec-Fetch-Site");
    }
}
