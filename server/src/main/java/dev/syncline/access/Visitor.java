package dev.syncline.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/**
 * Where somebody signs in from.
 *
 * @param address IP address as this server sees it
 * @param userAgent of the browser, shortened; null when it says nothing
 */
public record Visitor(String address, String userAgent) {

    private static final int LONGEST = 300;

    public static Visitor of(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Visitor(request.getRemoteAddr(), agent == null || agent.length() <= LONGEST ? agent : agent.substring(0, LONGEST));
    }
}
