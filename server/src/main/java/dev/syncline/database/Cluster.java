package dev.syncline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The data folder of PostgreSQL: made once, with checksums and without trust authentication, and kept.
 *
 * @param folder everything of this PostgreSQL: programs, data, password, log
 * @param binaries the unpacked programs
 */
record Cluster(Path folder, Path binaries, ProgramRunner programs) {

    static final String SUPERUSER = "syncline";

    static Cluster in(Path folder) {
        try {
            makeFolder(folder);
            Path binaries = PostgresBinaries.unpackInto(folder);
            Cluster cluster = new Cluster(folder, binaries, new ProgramRunner(folder));
            if (!Files.exists(cluster.data().resolve("PG_VERSION"))) {
                cluster.initialize();
            }
            return cluster;
        } catch (IOException e) {
            throw new DatabaseException("The folder " + folder + " of the database cannot be used: " + e
                    + ". Make it writable or choose another one with --home.", e);
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    String password() throws IOException {
        return Files.readString(passwordFile());
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    /** Made beside and moved in place, so that a killed first start leaves nothing half done. */
    private void initialize() throws IOException {
        Path draft = folder.resolve("data.part");
        delete(draft);
        Files.createDirectory(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        programs.own(draft);
        String password = generatePassword();
        Path handedOver = privateFile(folder.resolve("password.initdb"), password);
        programs.own(handedOver);
        try {
            initdb(draft, handedOver);
        } finally {
            Files.delete(handedOver);
        }
        privateFile(passwordFile(), password);
        Files.move(draft, data());
    }

    /** The builtin C.UTF-8 sorts by code point and never changes with the machine's libraries. */
    private void initdb(Path data, Path passwordFile) throws IOException {
        Process initdb = programs.start(List.of(program("initdb"), "-D", data.toString(), "-U", SUPERUSER, "-A", "scram-sha-256", "-k",
                "--pwfile", passwordFile.toString(), "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
                "--no-instructions"), log().toFile());
        try {
            if (!initdb.waitFor(2, TimeUnit.MINUTES) || initdb.exitValue() != 0) {
                initdb.destroyForcibly();
                throw new DatabaseException("The database could not be made in " + data + "; " + log() + " says why.");
            }
        } catch (InterruptedException e) {
            initdb.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new DatabaseException("Making the database in " + data + " was interrupted.");
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String generatePassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static Path privateFile(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
