package dev.syncline.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;
import tools.jackson.databind.JsonNode;

/**
 * What the API says of a thing before and after it is changed: asked of the GET endpoint at the same address, or at the nearest one above
 * it. What the API answers holds no secret, and every endpoint that is added has its values in the audit without being taught.
 */
@Component
class Snapshots {

    private static final String GET = "GET ";

    /** Large, and what happens to a task is in its own log; the session says nothing that the entry does not. */
    private static final List<String> LEFT_OUT = List.of("/api/v1/tasks/{id}", "/api/v1/session", "/api/v1/batches/{id}");

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final ObjectProvider<RequestMappingHandlerAdapter> adapters;
    private final Differences differences;
    private volatile @Nullable Map<String, HandlerMethod> readers;

    /** @param mappings looked up when needed: they look for the interceptors themselves */
    Snapshots(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            @Qualifier("requestMappingHandlerAdapter") ObjectProvider<RequestMappingHandlerAdapter> adapters, Differences differences) {
        this.mappings = mappings;
        this.adapters = adapters;
        this.differences = differences;
    }

    /** Null where there is nothing, or nothing to ask. Never fails: the act itself will say what is wrong. */
    @Nullable JsonNode take(HttpServletRequest request, HttpServletResponse response, String pattern) {
        HandlerMethod reader = reader(pattern);
        if (reader == null) {
            return null;
        }
        try {
            Object answer = invoke(reader, new ServletWebRequest(request, response));
            return differences.tree(answer instanceof ResponseEntity<?> entity ? entity.getBody() : answer);
        } catch (Exception nothingThere) {
            return null;
        }
    }

    private @Nullable Object invoke(HandlerMethod reader, ServletWebRequest request) throws Exception {
        RequestMappingHandlerAdapter adapter = adapters.getObject();
        HandlerMethodArgumentResolverComposite resolvers = new HandlerMethodArgumentResolverComposite();
        resolvers.addResolvers(adapter.getArgumentResolvers());
        InvocableHandlerMethod method = new InvocableHandlerMethod(reader.createWithResolvedBean());
        method.setHandlerMethodArgumentResolvers(resolvers);
        method.setDataBinderFactory(new ServletRequestDataBinderFactory(List.of(), adapter.getWebBindingInitializer()));
        return method.invokeForRequest(request, new ModelAndViewContainer());
    }

    /** The nearest one, up to the address of the thing itself. */
    private @Nullable HandlerMethod reader(String pattern) {
        String at = LEFT_OUT.stream().anyMatch(pattern::startsWith) ? "" : pattern;
        while (true) {
            HandlerMethod found = readers().get(at);
            if (found != null || !at.contains("{")) {
                return found;
            }
            at = at.substring(0, at.lastIndexOf('/'));
        }
    }

    private Map<String, HandlerMethod> readers() {
        Map<String, HandlerMethod> known = readers;
        if (known == null) {
            Map<String, HandlerMethod> found = new HashMap<>();
            mappings.getObject().getHandlerMethods().forEach((info, method) -> info.getMethodsCondition().getMethods().stream()
                    .filter(verb -> (verb.name() + " ").equals(GET) && asksForNothingElse(method))
                    .forEach(_ -> info.getPatternValues().forEach(pattern -> found.put(pattern, method))));
            readers = found;
            return found;
        }
        return known;
    }

    /** Whether the address and who asks are all it needs: a list with filters is no snapshot. */
    private static boolean asksForNothingElse(HandlerMethod method) {
        return method.getReturnType().getParameterType() != void.class
                && Arrays.stream(method.getMethodParameters()).allMatch(Snapshots::isGiven);
    }

    private static boolean isGiven(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(PathVariable.class)
                || List.of(parameter.getParameterAnnotations()).isEmpty() && parameter.getParameterType().getName().startsWith("dev.syncline.");
    }

    /** The pattern of the endpoint that a request goes to; null when there is none. */
    static @Nullable String pattern(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? null : pattern.toString();
    }
}
