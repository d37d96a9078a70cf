package dev.syncline.modules;

import static dev.syncline.problem.ErrorCode.MODULE_NOT_ENABLED;

import dev.syncline.problem.ProblemException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses what belongs to modules that are off, by path: the log needs one of the two, governance needs its own. Whatever else makes
 * tasks needs none, so that no leaver keeps access because a menu was switched off.
 */
@Configuration(proxyBeanMethods = false)
class ModuleGuard implements WebMvcConfigurer {

    private static final String[] LOG = {
        "/api/v1/tasks/**", "/api/v1/views/**", "/api/v1/failure-groups/**", "/api/v1/repairs/**", "/api/v1/dashboard/**"
    };
    private static final String[] GOVERNANCE = {"/api/v1/account-policies/**", "/api/v1/compliance/**", "/api/v1/accounts/sign-ins"};

    private final Modules modules;

    ModuleGuard(Modules modules) {
        this.modules = modules;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Guard(this::requireLog)).addPathPatterns(LOG);
        registry.addInterceptor(new Guard(this::requireGovernance)).addPathPatterns(GOVERNANCE);
    }

    private void requireLog() {
        if (!modules.logIsOn()) {
            throw new ProblemException(MODULE_NOT_ENABLED,
                    "The synchronization log belongs to the modules Lifecycle Management and Identity Governance, and both are off. "
                            + "Switch one of them on under Settings, Modules (PUT /api/v1/modules).");
        }
    }

    private void requireGovernance() {
        if (!modules.isOn(Module.IDENTITY_GOVERNANCE)) {
            throw new ProblemException(MODULE_NOT_ENABLED,
                    "Account policies and permission governance belong to the module Identity Governance, which is off. "
                            + "Switch it on under Settings, Modules (PUT /api/v1/modules).");
        }
    }

    /** The answer of a stream that was let in is written by a second dispatch, which is not asked again. */
    private record Guard(Runnable check) implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getDispatcherType() == DispatcherType.REQUEST) {
                check.run();
            }
            return true;
        }
    }
}
