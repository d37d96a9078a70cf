package dev.syncline.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Reads and changes keys. With several keys in a set the primary one seals and any one opens. */
final class KeySet {

    private static final byte TINK = 1;

    private KeySet() {}

    static KeysetHandle parse(String json) throws GeneralSecurityException {
        AeadConfig.register();
        return TinkJsonProtoKeysetFormat.parseKeyset(json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    static Aead aead(KeysetHandle keys) throws GeneralSecurityException {
        AeadConfig.register();
        return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    static Aead fromJson(String json) throws GeneralSecurityException {
        return aead(parse(json));
    }

    static KeysetHandle ofFile(Path file) throws GeneralSecurityException, IOException {
        return parse(KeyFile.read(file, KeySet::generate));
    }

    static KeysetHandle parse(byte[] keys) throws GeneralSecurityException {
        AeadConfig.register();
        return TinkProtoKeysetFormat.parseKeyset(keys, InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
    }

    static byte[] bytes(KeysetHandle keys) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
    }

    /** A new primary key; the others go on opening. */
    static KeysetHandle rotated(KeysetHandle keys) throws GeneralSecurityException {
        return KeysetHandle.newBuilder(keys)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM).withRandomId().makePrimary())
                .build();
    }

    /** What it sealed cannot be opened any more. */
    static KeysetHandle without(KeysetHandle keys, int id) throws GeneralSecurityException {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keys);
        for (int i = builder.size() - 1; i >= 0; i--) {
            if (keys.getAt(i).getId() == id) {
                builder.deleteAt(i);
            }
        }
        return builder.build();
    }

    /** How everything begins that the key sealed (Tink, "wire format"). */
    static byte[] prefix(long id) {
        return ByteBuffer.allocate(5).put(TINK).putInt((int) id).array();
    }

    static String generate() throws GeneralSecurityException {
        AeadConfig.register();
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()), RegistryConfiguration.get(),
                InsecureSecretKeyAccess.get());
    }
}
