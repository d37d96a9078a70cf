package dev.syncline.integrity;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.secret.Seal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/integrity")
@Tag(name = "Integrity", description = "Proof that log and audit are as they were. ./syncline verify-log checks it without this server.")
@Needs(Right.SEE_AUDIT)
class IntegrityController {

    private static final String STANDING = """
            select coalesce(max(b.number), 0) as number, coalesce(sum(b.records), 0) as records, max(b.sealed_at) as newest_at,
                (select nullif(least(s.tasks_from, s.audit_from), '-infinity'::timestamptz) from seal_state s) as sealed_until
            from sealed_batch b
            """;

    private final JdbcTemplate jdbc;
    private final Seal seal;
    private final Clock clock;

    IntegrityController(JdbcTemplate jdbc, Seal seal, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * @param number of the newest batch; 0 before the first
     * @param records in all batches
     * @param sealedUntil whatever was settled before is sealed; null while it is looked for from the beginning
     * @param newestAt when the newest batch was sealed; null before the first
     * @param at now, by the clock of this server
     * @param fingerprint SHA-256 of the public keys as /public-key answers them, in hexadecimal
     */
    record Standing(long number, long records, @Nullable Instant sealedUntil, @Nullable Instant newestAt, Instant at, String fingerprint) {}

    @GetMapping
    @Operation(summary = "How far log and audit are sealed", description = """
            This server does not check itself: ./syncline verify-log does, without it. The fingerprint is the SHA-256 of what \
            /public-key answers.""")
    Standing standing() {
        return Objects.requireNonNull(jdbc.queryForObject(STANDING, (row, n) -> new Standing(row.getLong("number"), row.getLong("records"),
                instant(row.getObject("sealed_until", OffsetDateTime.class)), instant(row.getObject("newest_at", OffsetDateTime.class)),
                clock.instant(), HexFormat.of().formatHex(Hashes.plain(seal.publicKeys())))), "sums are one row");
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    @GetMapping("/checkpoint")
    @Operation(summary = "The end of the chain, signed", description = """
            Keep it elsewhere. Whoever cuts off or remakes the chain later is found out by ./syncline verify-log --checkpoint FILE.""")
    Checkpoint checkpoint() {
        Optional<SealedBatch> last = Objects.requireNonNull(jdbc.execute((ConnectionCallback<Optional<SealedBatch>>) Sealing::last), "an Optional");
        return last.map(Checkpoint::of).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND,
                "Nothing is sealed yet: that happens about a minute after something was settled."));
    }

    @GetMapping(path = "/public-key", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The public keys that signatures are checked with, as a Tink key set")
    String publicKey() {
        return seal.publicKeys();
    }
}
