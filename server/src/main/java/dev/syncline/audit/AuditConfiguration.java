package dev.syncline.audit;

import dev.syncline.id.Ids;
import java.time.Clock;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** First in, last out: before everything that may refuse a request, and around all of it. */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE)
class AuditConfiguration implements WebMvcConfigurer {

    private final AuditInterceptor interceptor;

    AuditConfiguration(AuditInterceptor interceptor) {
        this.interceptor = interceptor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(interceptor).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    static FilterRegistrationBean<AuditFilter> auditFilter(
            AuditWriter writer, Endings endings, Repetitions repetitions, Ids ids, Clock clock) {
        FilterRegistrationBean<AuditFilter> filter =
                new FilterRegistrationBean<>(new AuditFilter(writer, endings, repetitions, ids, clock));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 2);
        return filter;
    }
}
