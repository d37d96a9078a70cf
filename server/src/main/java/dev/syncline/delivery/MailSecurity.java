package dev.syncline.delivery;

import dev.syncline.connector.Settings;
import dev.syncline.connectors.Trust;
import java.util.Arrays;
import java.util.Properties;

/** How the connection to a mail server is protected. */
enum MailSecurity {
    /** Not at all; for a server on the same machine or in the same rack. */
    NONE,
    /** Begins in clear and has to become encrypted (RFC 3207) before anything is said. */
    STARTTLS,
    /** Encrypted from the first byte (RFC 8314, section 3.3). */
    TLS;

    static boolean isOne(String name) {
        return Arrays.stream(values()).anyMatch(value -> value.name().equals(name));
    }

    void into(Properties session, Settings settings) {
        switch (this) {
            case NONE -> {}
            case STARTTLS -> {
                session.put("mail.smtp.starttls.enable", "true");
                session.put("mail.smtp.starttls.required", "true");
                trust(session, settings);
            }
            case TLS -> {
                session.put("mail.smtp.ssl.enable", "true");
                trust(session, settings);
            }
        }
    }

    private static void trust(Properties session, Settings settings) {
        session.put("mail.smtp.ssl.checkserveridentity", "true");
        session.put("mail.smtp.ssl.socketFactory", Trust.of(settings).getSocketFactory());
    }
}
