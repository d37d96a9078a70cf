package dev.syncline.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** With a Tink key set this process has itself. With several keys in it the primary one wraps and any one unwraps. */
final class LocalKeyEncryption implements KeyEncryption {

    private final KeysetHandle keys;
    private final Aead aead;
    private final String where;

    private LocalKeyEncryption(KeysetHandle keys, String where) throws GeneralSecurityException {
        this.keys = keys;
        this.aead = KeySet.aead(keys);
        this.where = where;
    }

    /** The file is made when it is not there. */
    static LocalKeyEncryption ofFile(Path file) throws GeneralSecurityException, IOException {
        return new LocalKeyEncryption(KeySet.ofFile(file), "the file keys/" + file.getFileName() + " of the home folder");
    }

    /** @throws IllegalStateException without the cause, whose message may quote the keys */
    static LocalKeyEncryption ofEnvironment(String json) {
        try {
            return new LocalKeyEncryption(KeySet.parse(json), "SYNCLINE_KEYSET");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SYNCLINE_KEYSET is not a Tink key set in JSON with an AES-GCM key.");
        }
    }

    /** What sealed secrets before there was a key set in the database: the first one holds these keys. */
    KeysetHandle keys() {
        return keys;
    }

    @Override
    public byte[] wrap(byte[] keySet, byte[] context) throws GeneralSecurityException {
        return aead.encrypt(keySet, context);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException {
        return aead.decrypt(wrapped, context);
    }

    @Override
    public String where() {
        return where;
    }
}
