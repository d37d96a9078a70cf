package dev.syncline.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/** Reads the keys, or makes them at the first start. With several keys in a set the primary one seals and any one opens. */
final class KeySet {

    private KeySet() {}

    static Aead fromJson(String json) throws GeneralSecurityException {
        AeadConfig.register();
        return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    static Aead fromFile(Path file) throws GeneralSecurityException, IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        return fromJson(Files.readString(file));
    }

    /** Written beside and linked in place, so that of two servers starting at once one makes the keys and both use them. */
    private static void create(Path file) throws GeneralSecurityException, IOException {
        Files.createDirectories(file.getParent().getParent());
        Files.createDirectories(file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = Files.createTempFile(file.getParent(), "keyset", ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, generate());
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException madeByAnother) {
            // the other's keys are as good
        } finally {
            Files.delete(draft);
        }
    }

    static String generate() throws GeneralSecurityException {
        AeadConfig.register();
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
    }
}
