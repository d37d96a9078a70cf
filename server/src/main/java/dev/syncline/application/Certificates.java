package dev.syncline.application;

import dev.syncline.connectors.KnownCertificate;
import dev.syncline.connectors.KnownCertificate.State;
import dev.syncline.problem.ProblemException.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Certificates of a connection at the border: one that counts no more helps nobody who has just pasted it. */
final class Certificates {

    private Certificates() {}

    /**
     * Only what is new is looked at: an application whose certificate has expired meanwhile can still be edited. Of several authorities it is
     * enough that one counts; of a chain the first has to.
     */
    static List<FieldError> check(Map<String, String> before, Map<String, String> wanted, Instant now) {
        Map<String, List<KnownCertificate>> bySetting = KnownCertificate.in(wanted, now).stream()
                .filter(certificate -> !Objects.equals(before.get(certificate.setting()), wanted.get(certificate.setting())))
                .collect(Collectors.groupingBy(KnownCertificate::setting));
        List<FieldError> errors = new ArrayList<>();
        bySetting.forEach((setting, certificates) -> {
            boolean chain = setting.equals("clientCertificate");
            boolean counts = chain ? counts(certificates.getFirst()) : certificates.stream().anyMatch(Certificates::counts);
            if (!counts) {
                errors.add(new FieldError("settings." + setting, sentence(certificates.getFirst())));
            }
        });
        return errors;
    }

    private static boolean counts(KnownCertificate certificate) {
        return switch (certificate.state()) {
            case VALID, EXPIRES_SOON -> true;
            case EXPIRED, NOT_YET_VALID -> false;
        };
    }

    private static String sentence(KnownCertificate certificate) {
        return certificate.state() == State.EXPIRED
                ? "The certificate of %s expired on %s. Paste the one that took its place."
                        .formatted(certificate.subject(), certificate.notAfter())
                : "The certificate of %s is valid from %s only. Paste one that is valid now."
                        .formatted(certificate.subject(), certificate.notBefore());
    }
}
