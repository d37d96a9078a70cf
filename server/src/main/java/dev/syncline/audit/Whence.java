package dev.syncline.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an act came from.
 *
 * @param requestId the client's {@code X-Request-Id}, or one of ours; answered under the same name
 */
record Whence(@Nullable String method, @Nullable String path, @Nullable String remoteAddress, @Nullable String userAgent,
        @Nullable String requestId) {

    static final String REQUEST_ID = "X-Request-Id";

    /** What did not come by a request: the server's own acts. */
    static final Whence INSIDE = new Whence(null, null, null, null, null);

    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._:+/=-]{1,100}");
    private static final int LONGEST = 300;

    static Whence of(HttpServletRequest request) {
        if (request.getAttribute(Whence.class.getName()) instanceof Whence known) {
            return known;
        }
        Whence whence = new Whence(request.getMethod(), clean(request.getRequestURI()), request.getRemoteAddr(),
                clean(request.getHeader("User-Agent")), requestId(request));
        request.setAttribute(Whence.class.getName(), whence);
        return whence;
    }

    private static String requestId(HttpServletRequest request) {
        String given = request.getHeader(REQUEST_ID);
        return given != null && SANE_ID.matcher(given).matches() ? given : UUID.randomUUID().toString();
    }

    private static @Nullable String clean(String text) {
        if (text == null) {
            return null;
        }
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() > LONGEST ? printable.substring(0, LONGEST) : printable;
    }
}
