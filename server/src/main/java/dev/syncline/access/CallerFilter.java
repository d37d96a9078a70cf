package dev.syncline.access;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.CallerRights;
import dev.syncline.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks: from Authorization: Bearer (RFC 6750) or, where people come, the session cookie. Whether the caller may is
 * decided later, by the rights found here.
 */
final class CallerFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final String SCIM = "/scim/";
    private static final String SESSION_PATH = "/api/v1/session";

    private final Sessions sessions;
    private final SessionCookie cookies;
    private final SameOrigin sameOrigin;
    private final ApiTokens tokens;
    private final ProblemWriter problems;

    CallerFilter(Sessions sessions, SessionCookie cookies, SameOrigin sameOrigin, ApiTokens tokens, ProblemWriter problems) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.sameOrigin = sameOrigin;
        this.tokens = tokens;
        this.problems = problems;
    }

    /** Static files need no look into the database. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.startsWith(SCIM) && !path.startsWith("/actuator");
    }

    /** An answer that is written later (a stream) is still the same caller's. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            identify(request).ifPresent(CallerFilter::remember);
        } catch (ProblemException refused) {
            problems.write(refused, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<Caller> identify(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? tokens.caller(authorization.substring(BEARER.length()).strip())
                    : Optional.empty();
        }
        if (request.getRequestURI().startsWith(SCIM)) {
            return Optional.empty();
        }
        if (isSignIn(request)) {
            sameOrigin.refuseForeign(request);
            return Optional.empty();
        }
        Optional<Caller> caller = cookies.read(request).flatMap(sessions::caller);
        caller.ifPresent(found -> {
            sameOrigin.check(request);
            refuseBefore(found.step(), request);
        });
        return caller;
    }

    /** Who was signed in before does not matter. */
    private static boolean isSignIn(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && request.getRequestURI().equals(SESSION_PATH);
    }

    private static void refuseBefore(Step step, HttpServletRequest request) {
        if (!step.allows(request.getRequestURI())) {
            throw new ProblemException(ErrorCode.FORBIDDEN, step.sentence());
        }
    }

    private static void remember(Caller caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerRights(caller.actor(), caller.rights()));
        SecurityContextHolder.setContext(context);
    }
}
