package dev.syncline.governance;

import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/compliance/findings")
@Tag(name = "Compliance")
@Needs(Right.SEE_GOVERNANCE)
class ComplianceFindingController extends FindingEndpoints {

    ComplianceFindingController(Findings findings, Views views) {
        super(Family.COMPLIANCE, findings, views);
    }
}
