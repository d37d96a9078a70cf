package dev.syncline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rights of root that Linux lets this process hand on (capabilities(7)); a container often has only some of them. */
final class Capabilities {

    static final int DAC_READ_SEARCH = 2;

    private Capabilities() {}

    static boolean available(int capability) {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("CapBnd:"))
                    .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .anyMatch(set -> (set >>> capability & 1) == 1);
        } catch (IOException notLinux) {
            return false;
        }
    }
}
