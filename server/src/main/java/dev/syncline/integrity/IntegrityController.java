package dev.syncline.integrity;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.secret.Seal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
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

    private final JdbcTemplate jdbc;
    private final Seal seal;

    IntegrityController(JdbcTemplate jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    @GetMapping("/checkpoint")
    @Operation(summary = "The end of the chain, signed", description = """
            Keep it elsewhere. Whoever cuts off or remakes the chain later is found out by ./syncline verify-log --checkpoint FILE.""")
    Checkpoint checkpoint() {
        SealedBatch last = jdbc.execute((ConnectionCallback<SealedBatch>) Sealing::last);
        return Optional.ofNullable(last).map(Checkpoint::of).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND,
                "Nothing is sealed yet: that happens about a minute after something was settled."));
    }

    @GetMapping(path = "/public-key", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The public keys that signatures are checked with, as a Tink key set")
    String publicKey() {
        return seal.publicKeys();
    }
}
