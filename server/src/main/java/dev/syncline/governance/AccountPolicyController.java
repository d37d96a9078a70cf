package dev.syncline.governance;

import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/account-policies")
@Tag(name = "Account policies")
@Needs(Right.SEE_GOVERNANCE)
class AccountPolicyController extends CheckEndpoints {

    AccountPolicyController(Checks checks, CheckRuns runs, Views views) {
        super(Family.ACCOUNT_POLICY, "/api/v1/account-policies", "/api/v1/account-policies/runs", checks, runs, views);
    }
}
