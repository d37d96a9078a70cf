package dev.syncline.audit;

import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.web.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter: notes how every act ended, and what was refused before it reached an endpoint (a token that is not valid, a right
 * that is missing, a body too large).
 */
final class AuditFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(AuditFilter.class);

    private final AuditWriter writer;
    private final Endings endings;
    private final Repetitions repetitions;
    private final Ids ids;
    private final Clock clock;

    AuditFilter(AuditWriter writer, Endings endings, Repetitions repetitions, Ids ids, Clock clock) {
        this.writer = writer;
        this.endings = endings;
        this.repetitions = repetitions;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/v1/") && !path.startsWith("/scim/v2");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean failed = true;
        try {
            chain.doFilter(request, response);
            failed = false;
        } finally {
            finish(request, failed ? 500 : response.getStatus());
        }
    }

    /** The act is over, whatever becomes of this: the answer is not taken back. Its entry says then that the outcome is unknown. */
    private void finish(HttpServletRequest request, int status) {
        try {
            Current entry = Current.of(request);
            if (entry != null) {
                writer.end(endings.of(entry, status, refusedAs(request, entry)));
            } else {
                withoutEndpoint(request, status);
            }
        } catch (RuntimeException e) {
            log.error("The outcome of {} {} could not be put on record", request.getMethod(), request.getRequestURI(), e);
        }
    }

    private void withoutEndpoint(HttpServletRequest request, int status) {
        boolean refused = status == 401 || status == 403;
        boolean changes = Act.isOnRecord(request.getMethod(), request.getRequestURI());
        if (refused && (changes || status == 403 || request.getHeader(HttpHeaders.AUTHORIZATION) != null) || changes && status >= 400) {
            if (!Act.isQuestion(request.getMethod(), String.valueOf(Snapshots.pattern(request)))) {
                repetitions.refused(unannounced(request), status, refusedAs(request, null));
            }
        } else if (changes && Snapshots.pattern(request) == null) {
            Intent intent = unannounced(request);
            writer.begin(intent);
            writer.end(endings.without(intent, Outcome.REPEATED, null, status, 1));
        }
    }

    private Intent unannounced(HttpServletRequest request) {
        Act act = Act.of(request.getMethod(), request.getRequestURI());
        Refusal refusal = Refusal.of(request);
        Actor actor = refusal != null && refusal.actor() != null ? refusal.actor() : (Actor) request.getAttribute(AuditInterceptor.ACTOR);
        return new Intent(ids.next(), clock.instant(), actor, act.code(),
                act.objectType() == null ? null : new Subject(act.objectType(), null, null), Whence.of(request));
    }

    private static @Nullable String refusedAs(HttpServletRequest request, @Nullable Current entry) {
        Refusal refusal = Refusal.of(request);
        return refusal != null ? refusal.code() : entry == null ? null : entry.code;
    }
}
