package dev.syncline.governance;

import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/compliance/rules")
@Tag(name = "Compliance")
@Needs(Right.SEE_GOVERNANCE)
class ComplianceRuleController extends CheckEndpoints {

    ComplianceRuleController(Checks checks, CheckRuns runs, Views views) {
        super(Family.COMPLIANCE, "/api/v1/compliance/rules", "/api/v1/compliance/executions", checks, runs, views);
    }
}
