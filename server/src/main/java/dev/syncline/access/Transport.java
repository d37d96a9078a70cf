package dev.syncline.access;

import dev.syncline.settings.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Whether the browser speaks https: with this server, or with a proxy before it at the public address. */
@Component
public class Transport {

    private final PublicUrl publicUrl;

    Transport(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    public boolean isHttps(HttpServletRequest request) {
        return request.isSecure() || publicUrl.of("").startsWith("https:") && host(publicUrl.of("")).equalsIgnoreCase(request.getServerName());
    }

    /** Whether an Origin header (RFC 6454) is that of this server. */
    boolean isOwn(String origin, HttpServletRequest request) {
        String scheme = isHttps(request) ? "https" : "http";
        return origin.equals(scheme + "://" + request.getHeader("Host")) || origin.equals(originOf(publicUrl.of("")));
    }

    private static String host(String url) {
        String host = URI.create(url).getHost();
        return host == null ? "" : host;
    }

    private static String originOf(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
