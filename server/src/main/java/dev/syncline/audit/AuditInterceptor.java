package dev.syncline.audit;

import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.web.ActorArgument;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.JsonNode;

/** Puts every request that changes something on record before its endpoint, or anything else that may refuse it, runs. */
@Component
class AuditInterceptor implements HandlerInterceptor {

    /** Under this name the request says who asked: outside of the security filters nobody knows any more. */
    static final String ACTOR = AuditInterceptor.class.getName() + ".actor";

    private static final String SCIM = "/scim/";

    private final AuditWriter writer;
    private final Snapshots snapshots;
    private final Ids ids;
    private final Clock clock;

    AuditInterceptor(AuditWriter writer, Snapshots snapshots, Ids ids, Clock clock) {
        this.writer = writer;
        this.snapshots = snapshots;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.REQUEST || !(handler instanceof HandlerMethod)) {
            return true;
        }
        Actor actor = ActorArgument.current();
        request.setAttribute(ACTOR, actor);
        String pattern = pattern(request);
        if (Act.isOnRecord(request.getMethod(), pattern)) {
            begin(request, response, pattern, actor);
        }
        return true;
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, String pattern, @Nullable Actor actor) {
        Act act = Act.of(request.getMethod(), pattern);
        Subject subject = act.objectType() == null ? null : new Subject(act.objectType(), id(request), null);
        Intent intent = new Intent(ids.next(), clock.instant(), actor, act.code(), subject, Whence.of(request));
        response.setHeader(Whence.REQUEST_ID, intent.whence().requestId());
        writer.begin(intent);
        Current entry = new Current(intent);
        entry.isOf(request);
        if (changesOneThing(request, pattern)) {
            entry.before = snapshots.take(request, response, pattern);
        }
        entry.applicationId = application(pattern, subject, entry.before);
    }

    /** Still within the dispatch: what the thing is now can be asked as the one who changed it. */
    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
        Current entry = Current.of(request);
        if (entry != null && !entry.told && e == null && response.getStatus() < 400 && changesOneThing(request, pattern(request))) {
            JsonNode now = snapshots.take(request, response, pattern(request));
            entry.after = now == null && entry.before == null ? entry.after : now;
        }
    }

    private static boolean changesOneThing(HttpServletRequest request, String pattern) {
        return !"GET".equals(request.getMethod()) && !pattern.startsWith(SCIM);
    }

    /** SCIM has one endpoint for everything; its address says what it is about. */
    private static String pattern(HttpServletRequest request) {
        String pattern = Snapshots.pattern(request);
        return pattern == null || pattern.startsWith(SCIM) ? request.getRequestURI() : pattern;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable String id(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(SCIM)) {
            String last = request.getRequestURI().substring(request.getRequestURI().lastIndexOf('/') + 1);
            return last.length() == 36 ? last : null;
        }
        Map<String, String> variables = (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null || variables.isEmpty() ? null : variables.values().iterator().next();
    }

    private static @Nullable UUID application(String pattern, @Nullable Subject subject, @Nullable JsonNode before) {
        String id = subject != null && pattern.startsWith("/api/v1/applications/{") ? subject.id()
                : before == null ? null : before.path("applicationId").asString(before.path("application").path("id").asString(null));
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
