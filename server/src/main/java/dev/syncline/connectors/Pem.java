package dev.syncline.connectors;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and keys as people paste them (RFC 7468). Complaints never quote what was pasted. */
final class Pem {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]*)PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1PRIVATE KEY-----");
    private static final List<String> KEY_KINDS = List.of("RSA", "EC", "Ed25519", "Ed448", "DSA");

    private Pem() {}

    /** @throws IllegalArgumentException when there is no certificate in the text */
    static List<X509Certificate> certificates(String setting, String text) {
        if (!text.contains("-----BEGIN CERTIFICATE-----")) {
            throw new IllegalArgumentException("The setting \"%s\" holds no certificate: paste it as PEM, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----."
                    .formatted(setting));
        }
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .stream().map(X509Certificate.class::cast).toList();
        } catch (CertificateException e) {
            throw new IllegalArgumentException("The setting \"%s\" holds a certificate that cannot be read; it may have been cut or changed when it was pasted."
                    .formatted(setting), e);
        }
    }

    /** @throws IllegalArgumentException when there is no key in the text that can be read */
    static PrivateKey privateKey(String setting, String text) {
        Matcher key = KEY.matcher(text);
        if (!key.find()) {
            throw new IllegalArgumentException("The setting \"%s\" holds no private key: paste it as PEM, from -----BEGIN PRIVATE KEY----- to -----END PRIVATE KEY-----."
                    .formatted(setting));
        }
        if (!key.group(1).isEmpty()) {
            throw new IllegalArgumentException(("The setting \"%s\" holds a key in another form (%sPRIVATE KEY). Give it in PKCS #8 without a passphrase:"
                    + " openssl pkcs8 -topk8 -nocrypt -in key.pem").formatted(setting, key.group(1)));
        }
        byte[] encoded = Base64.getMimeDecoder().decode(key.group(2));
        for (String kind : KEY_KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (GeneralSecurityException e) {
                // of another kind
            }
        }
        throw new IllegalArgumentException("The setting \"%s\" holds a key that cannot be read; use an RSA, EC or Ed25519 key.".formatted(setting));
    }

    /** @throws IllegalArgumentException when the key is another certificate's */
    static void requirePair(String setting, X509Certificate certificate, PrivateKey key) {
        if (!fit(certificate.getPublicKey(), key)) {
            throw new IllegalArgumentException(("The key in \"%s\" does not match the client certificate of %s: give the key the certificate was made with,"
                    + " and the certificate itself before those of its authorities.").formatted(setting, certificate.getSubjectX500Principal().getName()));
        }
    }

    private static boolean fit(PublicKey publicKey, PrivateKey key) {
        if (!publicKey.getAlgorithm().equals(key.getAlgorithm())) {
            return false;
        }
        try {
            byte[] message = "syncline".getBytes(StandardCharsets.US_ASCII);
            String algorithm = switch (key.getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                case "DSA" -> "SHA256withDSA";
                default -> key.getAlgorithm();
            };
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(message);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
