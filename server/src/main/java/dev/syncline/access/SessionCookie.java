package dev.syncline.access;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The session cookie: out of reach of scripts, never sent along from another site. Over https its name begins with {@code __Host-}, so that
 * no browser takes one from a neighbour's host or over http (RFC 6265bis section 4.1.3).
 */
@Component
public class SessionCookie {

    static final String NAME = "syncline_session";
    static final String OVER_HTTPS = "__Host-" + NAME;

    private final Transport transport;

    SessionCookie(Transport transport) {
        this.transport = transport;
    }

    /** The value of a Set-Cookie header. */
    public String of(String value, HttpServletRequest request) {
        return cookie(value, request).build().toString();
    }

    String gone(HttpServletRequest request) {
        return cookie("", request).maxAge(Duration.ZERO).build().toString();
    }

    /** Empty when the browser sent none. */
    public Optional<String> read(HttpServletRequest request) {
        String name = name(request);
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** @throws ProblemException FORBIDDEN for a program with a token */
    String required(HttpServletRequest request) {
        return read(request).orElseThrow(() -> new ProblemException(ErrorCode.FORBIDDEN,
                "Only a person who is signed in can do this, not an API token."));
    }

    private String name(HttpServletRequest request) {
        return transport.isHttps(request) ? OVER_HTTPS : NAME;
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(name(request), value).httpOnly(true).secure(transport.isHttps(request)).sameSite("Strict").path("/");
    }
}
