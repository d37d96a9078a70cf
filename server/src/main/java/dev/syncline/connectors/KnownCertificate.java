package dev.syncline.connectors;

import dev.syncline.connector.Field;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A certificate among the settings of a connection.
 *
 * @param setting which setting it stands in
 * @param subject, issuer distinguished names (RFC 2253)
 */
public record KnownCertificate(String setting, String subject, String issuer, Instant notBefore, Instant notAfter, State state) {

    /** What is near its end needs somebody to get another one. */
    public static final Duration SOON = Duration.ofDays(30);

    public enum State {
        VALID,
        /** Within 30 days of its end. */
        EXPIRES_SOON,
        EXPIRED,
        NOT_YET_VALID
    }

    /** Those of the settings; none in a setting that cannot be read. */
    public static List<KnownCertificate> in(Map<String, String> settings, Instant now) {
        List<KnownCertificate> known = new ArrayList<>();
        for (Field field : List.of(Trust.CLIENT_CERTIFICATE, Trust.FIELD)) {
            String text = settings.get(field.name());
            if (text != null && !text.isBlank()) {
                read(field.name(), text).forEach(certificate -> known.add(of(field.name(), certificate, now)));
            }
        }
        return known;
    }

    private static List<X509Certificate> read(String setting, String text) {
        try {
            return Pem.certificates(setting, text);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static KnownCertificate of(String setting, X509Certificate certificate, Instant now) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        State state = now.isAfter(until) ? State.EXPIRED
                : now.isBefore(from) ? State.NOT_YET_VALID
                : now.plus(SOON).isAfter(until) ? State.EXPIRES_SOON : State.VALID;
        return new KnownCertificate(setting, certificate.getSubjectX500Principal().getName(), certificate.getIssuerX500Principal().getName(),
                from, until, state);
    }
}
