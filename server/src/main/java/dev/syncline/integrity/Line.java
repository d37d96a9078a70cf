package dev.syncline.integrity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A line of an export of evidence: exactly one of the members is there. First come the notices, then each batch before its records.
 *
 * @param neverSealed what the database held that was never sealed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Line(Notice notice, SealedBatch batch, Sealed record, String neverSealed) {

    /** @param rows for each table of the kind; null when the record was not there, or was sealed again later */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sealed(SealedRecord record, List<List<Row>> rows) {}
}
