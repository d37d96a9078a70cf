package dev.syncline.samples.slapd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the server shows, and what it asks for, where a connection is encrypted. All in PEM.
 *
 * @param authorities who may have signed a client's certificate
 * @param asks whether a client without a certificate is refused
 */
public record SlapdTls(String certificate, String key, String authorities, boolean asks) {

    /** Lines of slapd.conf(5); the files they name are written into the folder. */
    String directives(Path folder) throws IOException {
        return """
                TLSCertificateFile %s
                TLSCertificateKeyFile %s
                TLSCACertificateFile %s
                TLSVerifyClient %s
                """
                .formatted(file(folder, "server.pem", certificate), file(folder, "server.key", key), file(folder, "authorities.pem", authorities),
                        asks ? "demand" : "never");
    }

    private static Path file(Path folder, String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Override
    public String toString() {
        return "SlapdTls[asks=" + asks + "]";
    }
}
