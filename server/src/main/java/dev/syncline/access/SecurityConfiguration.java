package dev.syncline.access;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Right;
import dev.syncline.rights.Role;
import dev.syncline.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The outer wall: nobody unknown below /api, /scim and /actuator, and no user of the portal outside of it. Which right an endpoint needs
 * it says itself ({@link dev.syncline.rights.Needs}).
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Styles inline: the console's components set some of their own. */
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String[] BEYOND_THE_PORTAL = Role.ADMINISTRATOR.rights().stream()
            .filter(right -> !Role.PORTAL_USER.rights().contains(right)).map(Right::name).toArray(String[]::new);

    private static final long A_YEAR = 31_536_000;

    @Bean
    SecurityFilterChain security(HttpSecurity http, Sessions sessions, SessionCookie cookies, Transport transport, ApiTokens tokens,
            ProblemWriter problems) throws Exception {
        http.authorizeHttpRequests(paths -> paths
                .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll()
                .requestMatchers("/actuator/health/**").permitAll()
                .requestMatchers(HttpMethod.POST, "/api/v1/session").permitAll()
                .requestMatchers("/actuator/**").hasAuthority(Right.MONITOR.name())
                .requestMatchers("/api/v1/session/**").authenticated()
                .requestMatchers("/api/v1/portal/**").hasAuthority(Right.PORTAL.name())
                .requestMatchers("/api/v1/sign-in/openid", "/api/v1/sign-in/openid/start", "/api/v1/sign-in/openid/callback").permitAll()
                .requestMatchers("/api/**", "/scim/**").hasAnyAuthority(BEYOND_THE_PORTAL)
                .anyRequest().permitAll());
        http.addFilterBefore(new CallerFilter(sessions, cookies, new SameOrigin(transport), tokens, problems), AuthorizationFilter.class);
        http.exceptionHandling(refused -> refused
                .authenticationEntryPoint((request, response, e) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                    problems.write(new ProblemException(ErrorCode.UNAUTHENTICATED,
                            "Sign in (POST /api/v1/session), or send a valid API token as Authorization: Bearer."), request, response);
                })
                .accessDeniedHandler((request, response, e) -> problems.write(new ProblemException(ErrorCode.FORBIDDEN,
                        "You do not have the right to do this."), request, response)));
        http.headers(headers -> headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(hsts -> hsts.requestMatcher(transport::isHttps).includeSubDomains(false).maxAgeInSeconds(A_YEAR)));
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        leaveOutWhatBrowsersWouldBeAskedFor(http);
        return http.build();
    }

    /** Cookies are guarded by {@link SameOrigin}; sign-in and sign-out are endpoints of our own. */
    private static void leaveOutWhatBrowsersWouldBeAskedFor(HttpSecurity http) throws Exception {
        http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable);
    }

    /** Nobody signs in through Spring Security's own ways; without this bean it would make a user with a password of its own. */
    @Bean
    AuthenticationManager nobody() {
        return authentication -> {
            throw new ProviderNotFoundException("Sign in at /api/v1/session");
        };
    }
}
