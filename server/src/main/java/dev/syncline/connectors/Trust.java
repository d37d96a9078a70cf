package dev.syncline.connectors;

import dev.syncline.connector.Field;
import dev.syncline.connector.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whom an encrypted connection trusts: the authorities the JDK knows, or exactly those of the settings. */
public final class Trust {

    public static final Field FIELD = Field.optional(
            "caCertificate",
            "CA certificate",
            Field.Kind.LONG_TEXT,
            null,
            "PEM of the authority that signed the target's certificate; empty for the usual public ones.");

    private Trust() {}

    /** @throws IllegalArgumentException when the setting holds no certificate */
    public static SSLContext of(Settings settings) {
        try {
            var pem = settings.find(FIELD.name());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, pem.isEmpty() ? null : only(pem.get()).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("The setting \"caCertificate\" holds no usable PEM certificate: " + e.getMessage(), e);
        }
    }

    private static TrustManagerFactory only(String pem) throws GeneralSecurityException, IOException {
        Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        if (certificates.isEmpty()) {
            throw new GeneralSecurityException("there is no certificate in it");
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("ca" + number++, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
