package dev.syncline.secret;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Signs (Ed25519, RFC 8032) what others shall be able to check. With several keys in a set the primary one signs, and signatures of all are
 * good. Safe for many threads.
 */
public final class Seal {

    /** Below the home folder. */
    public static final Path FILE = Path.of("keys", "signing.keyset");

    private final PublicKeySign key;
    private final String publicKeys;

    private Seal(PublicKeySign key, String publicKeys) {
        this.key = key;
        this.publicKeys = publicKeys;
    }

    /** @param json a Tink key set with its private keys */
    static Seal fromJson(String json) throws GeneralSecurityException {
        SignatureConfig.register();
        KeysetHandle keys = TinkJsonProtoKeysetFormat.parseKeyset(json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        return new Seal(keys.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class),
                TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keys.getPublicKeysetHandle(), RegistryConfiguration.get()));
    }

    static Seal fromFile(Path file) throws GeneralSecurityException, IOException {
        return fromJson(KeyFile.read(file, Seal::generate));
    }

    static String generate() throws GeneralSecurityException {
        SignatureConfig.register();
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedSignatureParameters.ED25519, RegistryConfiguration.get()), RegistryConfiguration.get(),
                InsecureSecretKeyAccess.get());
    }

    /** The public half of a key set, which may be given to anybody. */
    public static String publicHalf(String json) throws GeneralSecurityException {
        return fromJson(json).publicKeys();
    }

    public byte[] sign(byte[] data) {
        try {
            return key.sign(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A batch could not be signed", e);
        }
    }

    /** The public keys, as a Tink key set in JSON. */
    public String publicKeys() {
        return publicKeys;
    }

    /** Checks signatures with public keys alone. */
    public interface Check {
        boolean isGood(byte[] signature, byte[] data);
    }

    /**
     * @param json public keys as {@link #publicKeys()} gives them
     * @throws GeneralSecurityException when it is none
     */
    public static Check check(String json) throws GeneralSecurityException {
        SignatureConfig.register();
        PublicKeyVerify keys = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(json, RegistryConfiguration.get())
                .getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class);
        return (signature, data) -> {
            try {
                keys.verify(signature, data);
                return true;
            } catch (GeneralSecurityException forged) {
                return false;
            }
        };
    }
}
