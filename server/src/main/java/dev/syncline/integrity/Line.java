package dev.syncline.integrity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an export of evidence: exactly one of the members is there. First come the notices, then each batch before its records.
 *
 * @param neverSealed what the database held that was never sealed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Line(@Nullable Notice notice, @Nullable SealedBatch batch, @Nullable Sealed record, @Nullable String neverSealed) {

    /** @param rows for each table of the kind; null when the record was not there, or was sealed again later */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sealed(SealedRecord record, @Nullable List<List<Row>> rows) {}
}
