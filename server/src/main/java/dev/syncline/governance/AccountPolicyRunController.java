package dev.syncline.governance;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/account-policies/runs")
@Tag(name = "Account policies")
class AccountPolicyRunController extends RunEndpoints {

    AccountPolicyRunController(CheckRuns runs, Findings findings, Views views) {
        super(Family.ACCOUNT_POLICY, runs, findings, views);
    }
}
