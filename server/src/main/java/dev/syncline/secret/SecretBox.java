package dev.syncline.secret;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Authenticated encryption (AES-256-GCM) for secrets at rest. The context (for example {@code "application:ID:password"}) is
 * bound to the secret: what was sealed for one place cannot be opened in another. Safe for many threads.
 */
public final class SecretBox {

    private final Aead aead;

    SecretBox(Aead aead) {
        this.aead = aead;
    }

    /** Sealing the same text twice gives different bytes. */
    public byte[] seal(String plaintext, String context) {
        return seal(plaintext.getBytes(StandardCharsets.UTF_8), context);
    }

    public byte[] seal(byte[] plain, String context) {
        try {
            return aead.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret could not be sealed for " + context, e);
        }
    }

    /** @throws IllegalStateException when it was sealed with an unknown key, for another context, or was changed */
    public String open(byte[] sealed, String context) {
        return new String(openBytes(sealed, context), StandardCharsets.UTF_8);
    }

    /** The same, sealed with the key of now. */
    public byte[] sealAgain(byte[] sealed, String context) {
        return seal(openBytes(sealed, context), context);
    }

    /** @throws IllegalStateException when it was sealed with an unknown key, for another context, or was changed */
    public byte[] openBytes(byte[] sealed, String context) {
        try {
            return aead.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret of " + context + " cannot be opened: it was sealed with a key this server does"
                    + " not have. Give every server that shares the database the same SYNCLINE_KEYSET, or restore the key file.", e);
        }
    }
}
