package dev.syncline.bulk;

import dev.syncline.secret.SealedColumn;
import dev.syncline.secret.SecretBox;
import dev.syncline.task.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the secret cells of rows sealed from the moment they are stored until their tasks are opened. */
@Component
class RowSecrets {

    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};

    private final SecretBox box;
    private final JsonMapper json;

    RowSecrets(SecretBox box, JsonMapper json) {
        this.box = box;
        this.json = json;
    }

    @Bean
    static SealedColumn sealedBatchRows() {
        return new SealedColumn("batch_row", "sealed", List.of("batch_id", "number"), "'batch:' || batch_id || ':' || number");
    }

    /** The content of a row as it is stored: secret cells replaced by a marker. */
    String content(Map<String, String> values, Set<String> secretAttributes) {
        Map<String, String> shown = new LinkedHashMap<>(values);
        shown.replaceAll((column, value) -> isSecret(column, secretAttributes) ? Parameters.SECRET : value);
        return json.writeValueAsString(shown);
    }

    /** Null when no cell is secret. */
    byte @Nullable [] seal(UUID batchId, int number, Map<String, String> values, Set<String> secretAttributes) {
        Map<String, String> secrets = new LinkedHashMap<>(values);
        secrets.keySet().removeIf(column -> !isSecret(column, secretAttributes));
        return secrets.isEmpty() ? null : box.seal(json.writeValueAsString(secrets), context(batchId, number));
    }

    ImportedRow open(Row row) {
        Map<String, String> values = new LinkedHashMap<>(json.readValue(row.content(), CELLS));
        if (row.sealed() != null) {
            values.putAll(json.readValue(box.open(row.sealed(), context(row.batchId(), row.number())), CELLS));
        }
        return new ImportedRow(values);
    }

    static boolean isSecret(String column, Set<String> secretAttributes) {
        return column.startsWith(Columns.ATTRIBUTE) && secretAttributes.contains(column.substring(Columns.ATTRIBUTE.length()));
    }

    private static String context(UUID batchId, int number) {
        return "batch:" + batchId + ":" + number;
    }
}
