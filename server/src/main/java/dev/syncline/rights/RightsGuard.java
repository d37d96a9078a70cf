package dev.syncline.rights;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks every endpoint who it is for, before anything else of it runs. */
@Configuration(proxyBeanMethods = false)
class RightsGuard implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Scope.class, Rights.class);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Guard()).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RightsArgument());
    }

    /** The answer of a stream that was let in is written by a second dispatch, which is not asked again. */
    private static final class Guard implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getDispatcherType() == DispatcherType.REQUEST && handler instanceof HandlerMethod method) {
                check(method);
            }
            return true;
        }

        private static void check(HandlerMethod endpoint) {
            if (Needed.isOpen(endpoint.getBeanType(), endpoint.getMethod())) {
                return;
            }
            Optional<Right[]> needed = Needed.by(endpoint.getBeanType(), endpoint.getMethod());
            if (needed.isEmpty()) {
                throw new ProblemException(ErrorCode.FORBIDDEN, "Nobody may use this: it does not say which right it needs.");
            }
            Rights rights = CallerRights.current();
            for (Right right : needed.get()) {
                if (rights.has(right)) {
                    return;
                }
            }
            throw Rights.lacking(needed.get());
        }
    }
}
