package dev.syncline.rights;

import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller method the caller's {@link Rights}, or the {@link Scope} in which the caller has what the method needs. */
final class RightsArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Scope.class || parameter.getParameterType() == Rights.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Rights rights = CallerRights.current();
        if (parameter.getParameterType() == Rights.class) {
            return rights;
        }
        Method endpoint = Objects.requireNonNull(parameter.getMethod(), "an argument is of a controller's method, never of a constructor");
        return rights.scope(Needed.by(parameter.getContainingClass(), endpoint).orElseGet(() -> new Right[0]));
    }
}
