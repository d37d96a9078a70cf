package dev.syncline.connectors.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses in settings and their parts. */
public final class Urls {

    private Urls() {}

    /** @throws IllegalArgumentException unless the setting is an absolute http or https URL with a host */
    public static URI absolute(String setting, String text) {
        try {
            URI uri = new URI(text.strip());
            if (uri.getHost() != null && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // Told below, in the words of whoever has to correct it.
        }
        throw new IllegalArgumentException("The setting \"%s\" must be a URL such as https://host/path.".formatted(setting));
    }

    /** Percent-encodes everything but the unreserved characters (RFC 3986, 2.3), so that a value stays one segment or parameter. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }
}
