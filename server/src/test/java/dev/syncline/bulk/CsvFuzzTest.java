package dev.syncline.bulk;

import dev.syncline.fuzz.Campaign;
import dev.syncline.fuzz.Csv;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any file is read to its end, or refused with a sentence. */
class CsvFuzzTest {

    @Test
    void files(@TempDir Path folder) {
        Path file = folder.resolve("people.csv");
        Campaign.ofBytes("CSV", Csv::file).run(8_000, bytes -> {
            Files.write(file, bytes);
            try (CsvFile csv = CsvFile.open(file, null)) {
                while (csv.next() != null) {
                    // only read
                }
            } catch (BadFile refused) {
                // with a sentence
            }
        });
    }
}
