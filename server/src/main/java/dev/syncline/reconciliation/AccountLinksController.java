package dev.syncline.reconciliation;

import dev.syncline.account.Accounts;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What runs did to an account: no task tells of it, because nothing was sent. */
@RestController
@RequestMapping("/api/v1/accounts/{accountId}/reconciliations")
@Tag(name = "Reconciliation")
class AccountLinksController {

    private final Accounts accounts;
    private final LinkRepository links;

    AccountLinksController(Accounts accounts, LinkRepository links) {
        this.accounts = accounts;
        this.links = links;
    }

    @Needs(Right.SEE_APPLICATIONS)
    @GetMapping
    @Operation(summary = "Which runs linked the account or brought it into line, newest first")
    List<Link> list(@PathVariable UUID accountId, Scope scope) {
        scope.require(accounts.get(accountId).applicationId(), () -> ProblemException.notFound("account", accountId));
        return links.of(accountId);
    }
}
