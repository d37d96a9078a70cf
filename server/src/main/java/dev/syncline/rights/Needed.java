package dev.syncline.rights;

import java.lang.annotation.Annotation;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** What an endpoint says about who it is for: on its method, else on its class. */
final class Needed {

    /** The API's own description is made by a library, which cannot be annotated. */
    private static final Right[] DESCRIPTION = {Right.MONITOR, Right.MAKE_TOKENS};

    private Needed() {}

    static boolean isOpen(HandlerMethod endpoint) {
        return find(endpoint, Needs.class, true).isEmpty() && find(endpoint, Open.class, false).isPresent();
    }

    /** Empty when it says nothing: then it is for nobody. */
    static Optional<Right[]> by(HandlerMethod endpoint) {
        if (endpoint.getBeanType().getName().startsWith("org.springdoc.")) {
            return Optional.of(DESCRIPTION);
        }
        return find(endpoint, Needs.class, false).map(Needs::value);
    }

    private static <A extends Annotation> Optional<A> find(HandlerMethod endpoint, Class<A> type, boolean onMethodAlone) {
        A onMethod = AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), type);
        if (onMethod != null || onMethodAlone) {
            return Optional.ofNullable(onMethod);
        }
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(endpoint.getBeanType(), type));
    }
}
