package dev.syncline.governance;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/compliance/findings")
@Tag(name = "Compliance")
class ComplianceFindingController extends FindingEndpoints {

    ComplianceFindingController(Findings findings, Views views) {
        super(Family.COMPLIANCE, findings, views);
    }
}
