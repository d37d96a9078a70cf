package dev.syncline.web;

import jakarta.servlet.Filter;
import java.time.Clock;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** The order of the filters: first how much may come, then who asks (package access), then whether it was asked before. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class FilterConfiguration {

    private final IdempotencyRepository keys;
    private final Clock clock;

    FilterConfiguration(IdempotencyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ProblemWriter problems) {
        return inOrder(new BodyLimit(problems), SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotency(KeptHeaders headers, ProblemWriter problems) {
        return inOrder(new IdempotencyFilter(keys, headers, problems, clock), SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
    }

    private static <F extends Filter> FilterRegistrationBean<F> inOrder(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT6M")
    void forgetOldKeys() {
        keys.deleteExpired(clock.instant().minus(IdempotencyFilter.KEPT));
    }
}
