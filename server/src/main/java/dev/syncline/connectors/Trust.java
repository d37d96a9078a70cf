package dev.syncline.connectors;

import dev.syncline.connector.Field;
import dev.syncline.connector.Settings;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How an encrypted connection is made: whom it trusts (the authorities the JDK knows, or exactly those of the settings), and what it shows
 * of itself to a target that asks for a certificate. TLS 1.2 or 1.3; the JDK offers nothing older.
 */
public final class Trust {

    public static final Field FIELD = Field.optional(
            "caCertificate",
            "CA certificate",
            Field.Kind.LONG_TEXT,
            "PEM of the authority that signed the target's certificate, or of several; empty for the usual public ones.");

    public static final Field CLIENT_CERTIFICATE = Field.optional(
            "clientCertificate",
            "Client certificate",
            Field.Kind.LONG_TEXT,
            "PEM of the certificate Syncline shows to a target that asks for one, and of those that lead to its authority; empty for none.");

    public static final Field CLIENT_KEY = Field.optional(
            "clientKey",
            "Client key",
            Field.Kind.SECRET,
            "PEM of the client certificate's private key, in PKCS #8 without a passphrase: -----BEGIN PRIVATE KEY-----.");

    public static final Field VERIFY_NAME = Field.optional(
            "verifyHostName",
            "Verify the host name",
            Field.Kind.BOOLEAN,
            "true",
            "Whether the target's certificate has to be for the host in the URL. Switch off only for a CA certificate that signs this target alone.");

    /** For a connection that may be encrypted. */
    public static final List<Field> FIELDS = List.of(FIELD, CLIENT_CERTIFICATE, CLIENT_KEY, VERIFY_NAME);

    private Trust() {}

    /** @throws IllegalArgumentException with a sentence that names the setting, when a certificate or key in it cannot be used */
    public static SSLContext of(Settings settings) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity(settings), authorities(settings), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("The certificates of the settings cannot be used: " + e.getMessage(), e);
        }
    }

    /** Whether the name in the certificate counts; so it is unless the settings say otherwise. */
    public static boolean verifiesName(Settings settings) {
        return settings.find(VERIFY_NAME.name()).map(Boolean::parseBoolean).orElse(true);
    }

    private static KeyManager @Nullable [] identity(Settings settings) throws GeneralSecurityException, IOException {
        Optional<String> certificate = settings.find(CLIENT_CERTIFICATE.name());
        Optional<String> key = settings.find(CLIENT_KEY.name());
        if (certificate.isEmpty() && key.isEmpty()) {
            return null;
        }
        List<X509Certificate> chain = Pem.certificates(CLIENT_CERTIFICATE.name(), certificate.orElseThrow(() -> new IllegalArgumentException(
                "The setting \"clientKey\" needs \"clientCertificate\": give the certificate the key belongs to.")));
        PrivateKey own = Pem.privateKey(CLIENT_KEY.name(), key.orElseThrow(() -> new IllegalArgumentException(
                "The setting \"clientCertificate\" needs \"clientKey\": give the certificate's private key.")));
        Pem.requirePair(CLIENT_KEY.name(), chain.getFirst(), own);
        KeyStore store = empty();
        store.setKeyEntry("client", own, new char[0], chain.toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    /** Null for the JDK's own, which look at the name too. */
    private static TrustManager @Nullable [] authorities(Settings settings) throws GeneralSecurityException, IOException {
        Optional<String> pem = settings.find(FIELD.name());
        boolean name = verifiesName(settings);
        if (pem.isEmpty() && name) {
            return null;
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(pem.isEmpty() ? null : only(Pem.certificates(FIELD.name(), pem.get())));
        return name ? factory.getTrustManagers() : anyName(factory.getTrustManagers());
    }

    private static TrustManager[] anyName(TrustManager[] managers) {
        for (TrustManager manager : managers) {
            if (manager instanceof X509ExtendedTrustManager strict) {
                return new TrustManager[] {new AnyName(strict)};
            }
        }
        throw new IllegalStateException("This Java has no trust manager for X.509.");
    }

    private static KeyStore only(List<X509Certificate> authorities) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("ca" + i, authorities.get(i));
        }
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }
}
