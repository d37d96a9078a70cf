package dev.syncline.rights;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** What an endpoint says about who it is for: on its method, else on its class. */
final class Needed {

    /** The API's own description is made by a library, which cannot be annotated. */
    private static final Right[] DESCRIPTION = {Right.MONITOR, Right.MAKE_TOKENS};

    private Needed() {}

    static boolean isOpen(Class<?> controller, Method endpoint) {
        return onMethod(endpoint, Needs.class).isEmpty() && find(controller, endpoint, Open.class).isPresent();
    }

    /** Empty when it says nothing: then it is for nobody. */
    static Optional<Right[]> by(Class<?> controller, Method endpoint) {
        if (controller.getName().startsWith("org.springdoc.")) {
            return Optional.of(DESCRIPTION);
        }
        return find(controller, endpoint, Needs.class).map(Needs::value);
    }

    private static <A extends Annotation> Optional<A> find(Class<?> controller, Method endpoint, Class<A> type) {
        return onMethod(endpoint, type).or(() -> Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(controller, type)));
    }

    private static <A extends Annotation> Optional<A> onMethod(Method endpoint, Class<A> type) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(endpoint, type));
    }
}
