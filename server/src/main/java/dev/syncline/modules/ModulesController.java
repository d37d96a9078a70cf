package dev.syncline.modules;

import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/modules")
@Tag(name = "Modules")
@Needs(Right.SEE_TASKS)
class ModulesController {

    private final Modules modules;

    ModulesController(Modules modules) {
        this.modules = modules;
    }

    /** Both have to be said; the version is ignored, If-Match counts. */
    record Body(Boolean lifecycleManagement, Boolean identityGovernance, Integer version) {

        Switches wanted(int stored) {
            return new Switches(said("lifecycleManagement", lifecycleManagement), said("identityGovernance", identityGovernance), stored);
        }

        private static boolean said(String field, Boolean value) {
            if (value == null) {
                throw ProblemException.invalid(field, "Say whether " + field + " is on: true or false.");
            }
            return value;
        }
    }

    @GetMapping
    @Operation(summary = "Which modules are switched on")
    ResponseEntity<Switches> get() {
        return answer(modules.now());
    }

    @Needs(Right.ADMINISTER_SETTINGS)
    @PutMapping
    @Operation(summary = "Switch modules on or off", description = """
            With both off the synchronization log answers MODULE_NOT_ENABLED; without Identity Governance account policies and permission
            governance do. Tasks that exist go on running. Other servers follow within two seconds.""")
    ResponseEntity<Switches> put(@RequestBody Body body, @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return answer(modules.change(body.wanted(ETags.required(ifMatch))));
    }

    private static ResponseEntity<Switches> answer(Switches switches) {
        return ResponseEntity.ok().eTag(ETags.of(switches.version())).body(switches);
    }
}
