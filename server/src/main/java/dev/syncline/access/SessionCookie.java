package dev.syncline.access;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** The session cookie (RFC 6265): out of reach of scripts, never sent along from another site. */
final class SessionCookie {

    static final String NAME = "syncline_session";

    private SessionCookie() {}

    static String of(String value, boolean https) {
        return cookie(value, https).build().toString();
    }

    static String gone(boolean https) {
        return cookie("", https).maxAge(Duration.ZERO).build().toString();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, boolean https) {
        return ResponseCookie.from(NAME, value).httpOnly(true).secure(https).sameSite("Strict").path("/");
    }
}
