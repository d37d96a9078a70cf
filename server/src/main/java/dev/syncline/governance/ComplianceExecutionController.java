package dev.syncline.governance;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/compliance/executions")
@Tag(name = "Compliance")
class ComplianceExecutionController extends RunEndpoints {

    ComplianceExecutionController(CheckRuns runs, Findings findings, Views views) {
        super(Family.COMPLIANCE, runs, findings, views);
    }
}
