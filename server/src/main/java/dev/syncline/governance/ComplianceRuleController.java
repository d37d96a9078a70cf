package dev.syncline.governance;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/compliance/rules")
@Tag(name = "Compliance")
class ComplianceRuleController extends CheckEndpoints {

    ComplianceRuleController(Checks checks, CheckRuns runs, Views views) {
        super(Family.COMPLIANCE, "/api/v1/compliance/rules", "/api/v1/compliance/executions", checks, runs, views);
    }
}
