package dev.syncline.secret;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Objects;

/** A file of keys, readable by its owner alone. */
final class KeyFile {

    private KeyFile() {}

    interface Generation {
        String generate() throws GeneralSecurityException;
    }

    /** What it holds; made first where there is none. */
    static String read(Path file, Generation keys) throws GeneralSecurityException, IOException {
        if (!Files.exists(file)) {
            create(file, keys);
        }
        return Files.readString(file);
    }

    /** Written beside and linked in place, so that of two servers starting at once one makes the keys and both use them. */
    private static void create(Path file, Generation keys) throws GeneralSecurityException, IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        if (folder.getParent() != null) {
            Files.createDirectories(folder.getParent());
        }
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = Files.createTempFile(folder, "keyset", ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, keys.generate());
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException madeByAnother) {
            // the other's keys are as good
        } finally {
            Files.delete(draft);
        }
    }
}
