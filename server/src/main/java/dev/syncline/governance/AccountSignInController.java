package dev.syncline.governance;

import dev.syncline.governance.AccountSignIns.Report;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For administrators: an application, or what watches it, reports with an API token. */
@RestController
@RequestMapping("/api/v1/accounts/sign-ins")
@Tag(name = "Account policies")
@Needs(Right.RUN_GOVERNANCE)
class AccountSignInController {

    private final AccountSignIns signIns;

    AccountSignInController(AccountSignIns signIns) {
        this.signIns = signIns;
    }

    /** @param signIns at most 10,000 */
    record Body(UUID applicationId, List<Report> signIns) {}

    @PostMapping
    @Operation(summary = "Report when accounts were last used", description = """
            Each names its account by accountId, by remoteId or by name. A time earlier than the known one changes nothing. Answers which
            could not be taken, by their place in the list.""")
    AccountSignIns.Result report(@RequestBody Body body) {
        return signIns.take(body.applicationId(), body.signIns());
    }
}
