package dev.syncline.connectors;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why no encrypted connection came about, in words that say what to change. */
public final class TlsFailure {

    private TlsFailure() {}

    /** Empty when the failure is none of TLS. */
    @SuppressWarnings("ReferenceEquality") // some are their own cause
    public static Optional<String> sentence(Throwable failure) {
        StringBuilder said = new StringBuilder();
        boolean tls = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            tls |= cause instanceof SSLException;
            switch (cause) {
                case CertificateExpiredException e -> {
                    return Optional.of("The target's certificate has expired (" + e.getMessage() + "). It needs a new one.");
                }
                case CertificateNotYetValidException e -> {
                    return Optional.of("The target's certificate is not valid yet (" + e.getMessage() + "). Compare the clocks.");
                }
                case CertPathBuilderException _ -> {
                    return Optional.of("The target's certificate was not signed by an authority that is trusted. Give that authority's certificate as"
                            + " \"CA certificate\".");
                }
                default -> said.append(cause.getMessage()).append('\n');
            }
        }
        return tls ? Optional.of(bySaying(said.toString())) : Optional.empty();
    }

    /** Whether no connection came about, so that the target has read nothing: it sent an alert, or it speaks something else. */
    public static boolean isBeforeAnythingWasRead(Throwable failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        return failure instanceof SSLException && (message.contains("Received fatal alert:") || message.contains("SSL message"));
    }

    private static String bySaying(String messages) {
        String said = messages.toLowerCase(Locale.ROOT);
        String first = messages.lines().filter(line -> !line.equals("null")).findFirst().orElse("no reason given");
        if (said.contains("no subject alternative") || said.contains("no name matching") || said.contains("does not match")) {
            return "The target's certificate is for another host than the URL names (" + first + "). Correct the URL, or the certificate.";
        }
        if (said.contains("certificate_required") || said.contains("bad_certificate") || said.contains("unknown_ca")
                || said.contains("certificate_unknown") || said.contains("certificate_expired") || said.contains("handshake_failure")) {
            return "The target refused the connection (" + first + "). It may ask for a client certificate, or know another authority than the one"
                    + " that signed ours.";
        }
        if (said.contains("protocol_version") || said.contains("no appropriate protocol") || said.contains("not enabled or supported")) {
            return "The target speaks no TLS 1.2 or newer (" + first + ").";
        }
        if (said.contains("unrecognized ssl message")) {
            return "What listens there does not speak TLS. Check the scheme and the port.";
        }
        return "No encrypted connection to the target: " + first + ".";
    }
}
