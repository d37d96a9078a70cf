package dev.syncline.retention;

import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Retention")
@Needs(Right.ADMINISTER_RETENTION)
class PeriodController {

    private final Periods periods;

    PeriodController(Periods periods) {
        this.periods = periods;
    }

    /** Each null keeps for ever. */
    record Days(@Nullable Integer payloadDays, @Nullable Integer taskDays, @Nullable Integer auditDays) {

        Period of(@Nullable UUID application) {
            return new Period(application, payloadDays, taskDays, auditDays).checked();
        }
    }

    @GetMapping("/retention/periods")
    @Operation(summary = "How long payloads, tasks and audit are kept")
    Period everywhere() {
        return periods.everywhere();
    }

    @PutMapping("/retention/periods")
    @Operation(summary = "Set how long payloads, tasks and audit are kept", description = """
            In days; what is left out is kept for ever. A month is given up, all of it, when its last day is older; what a legal hold names, and tasks \
            that are not settled, stay.""")
    Period set(@RequestBody Days days) {
        return periods.set(days.of(null));
    }

    @GetMapping("/retention/periods/applications")
    @Operation(summary = "Applications that keep what belongs to them longer or shorter than the rest")
    List<Periods.OfApplication> ofApplications() {
        return periods.ofApplications();
    }

    @GetMapping("/applications/{id}/retention-periods")
    @Operation(summary = "How long payloads, tasks and audit of an application are kept")
    Period of(@PathVariable UUID id) {
        return periods.of(id);
    }

    @PutMapping("/applications/{id}/retention-periods")
    @Operation(summary = "Keep what belongs to an application longer or shorter than the rest")
    Period set(@PathVariable UUID id, @RequestBody Days days) {
        return periods.set(days.of(id));
    }

    @DeleteMapping("/applications/{id}/retention-periods")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keep what belongs to an application as long as the rest")
    void unset(@PathVariable UUID id) {
        periods.unset(id);
    }
}
