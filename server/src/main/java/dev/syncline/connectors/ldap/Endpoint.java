package dev.syncline.connectors.ldap;

import dev.syncline.connector.Settings;
import dev.syncline.connectors.Trust;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** Where the directory listens and how the connection is protected. */
record Endpoint(String host, int port, Security security, Optional<SSLSocketFactory> tls) {

    enum Security {
        PLAIN,
        /** TLS from the first byte. */
        LDAPS,
        /** RFC 4511 section 4.14. */
        START_TLS
    }

    /** @throws IllegalArgumentException with a sentence that names the setting */
    static Endpoint of(Settings settings) {
        URI url = url(settings.text(LdapFields.URL.name()));
        Security security = security(url, settings.is(LdapFields.START_TLS.name()));
        int port = url.getPort() >= 0 ? url.getPort() : security == Security.LDAPS ? 636 : 389;
        Optional<SSLSocketFactory> tls = security == Security.PLAIN
                ? Optional.empty()
                : Optional.of(sockets(settings));
        return new Endpoint(url.getHost(), port, security, tls);
    }

    private static SSLSocketFactory sockets(Settings settings) {
        SSLSocketFactory sockets = Trust.of(settings).getSocketFactory();
        return Trust.verifiesName(settings) ? new NamedSockets(sockets) : sockets;
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text.strip());
            if (url.getHost() != null && url.getScheme() != null && url.getScheme().toLowerCase(Locale.ROOT).matches("ldaps?")) {
                return url;
            }
        } catch (URISyntaxException _) {
            // Told below, in the words of whoever has to correct it.
        }
        throw new IllegalArgumentException("The setting \"url\" must look like ldap://host:389 or ldaps://host:636.");
    }

    private static Security security(URI url, boolean startTls) {
        if (url.getScheme().equalsIgnoreCase("ldaps")) {
            if (startTls) {
                throw new IllegalArgumentException("The setting \"startTls\" goes with ldap:// only; ldaps:// is encrypted already.");
            }
            return Security.LDAPS;
        }
        return startTls ? Security.START_TLS : Security.PLAIN;
    }

    @Override
    public String toString() {
        return (security == Security.LDAPS ? "ldaps://" : "ldap://") + host + ":" + port;
    }
}
