package dev.syncline.audit;

import dev.syncline.web.OneTimeSecret;
import dev.syncline.web.Problem;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what an act's bodies say anyway: the reason in what was sent, the made thing or the code of the refusal in what is answered. */
@ControllerAdvice
class AuditBodies extends RequestBodyAdviceAdapter implements ResponseBodyAdvice<Object> {

    private final Audit audit;
    private final Differences differences;

    AuditBodies(Audit audit, Differences differences) {
        this.audit = audit;
        this.differences = differences;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return parameter.getParameterType().isRecord();
    }

    @Override
    public Object afterBodyRead(Object body, HttpInputMessage input, MethodParameter parameter, Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        if (body == null) {
            // JSON's null; the endpoint refuses it.
            return body;
        }
        Stream.of(body.getClass().getRecordComponents())
                .filter(component -> component.getType() == String.class && isReason(component.getName()))
                .findFirst()
                .map(component -> value(component, body))
                .ifPresent(audit::because);
        return body;
    }

    private static boolean isReason(String name) {
        return name.equals("reason") || name.equals("comment");
    }

    private static String value(RecordComponent component, Object body) {
        try {
            component.getAccessor().setAccessible(true);
            return (String) component.getAccessor().invoke(body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter answer, MediaType type,
            Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request, ServerHttpResponse response) {
        Current entry = request instanceof ServletServerHttpRequest servlet ? Current.of(servlet.getServletRequest()) : null;
        if (entry != null && body instanceof Problem problem) {
            entry.code = problem.code();
        } else if (entry != null && !entry.told && entry.before == null && makes(entry)) {
            entry.after = made(differences.tree(body), answer.hasMethodAnnotation(OneTimeSecret.class));
        }
        return body;
    }

    /** Of an answer that shows a secret only what it is called. */
    private static @Nullable JsonNode made(@Nullable JsonNode body, boolean showsSecret) {
        return showsSecret && body instanceof ObjectNode object ? object.deepCopy().retain("id", "name", "expiresAt", "rights") : body;
    }

    private static boolean makes(Current entry) {
        return entry.intent.act().endsWith(".create");
    }
}
