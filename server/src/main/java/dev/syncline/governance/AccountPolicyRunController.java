package dev.syncline.governance;

import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/account-policies/runs")
@Tag(name = "Account policies")
@Needs(Right.SEE_GOVERNANCE)
class AccountPolicyRunController extends RunEndpoints {

    AccountPolicyRunController(CheckRuns runs, Findings findings, Views views) {
        super(Family.ACCOUNT_POLICY, runs, findings, views);
    }
}
