package dev.syncline.policy;

import dev.syncline.identity.UserView;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trying policies out, for administrators. Nothing here writes anything. */
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Provisioning policies")
@Needs(Right.ADMINISTER_POLICIES)
class SimulationController {

    private final Simulation simulation;
    private final Matching matching;

    SimulationController(Simulation simulation, Matching matching) {
        this.simulation = simulation;
        this.matching = matching;
    }

    record Condition(@NotBlank(message = "Write a condition; \"true\" for everybody.") String condition) {}

    @PostMapping("/simulation")
    @Operation(summary = "What saving a draft would do", description = "Counts by application and kind, and the first lines of each kind.")
    SimulationResult simulate(@Valid @RequestBody SimulationBody body) {
        return simulation.of(body);
    }

    @PostMapping("/simulation/lines")
    @Operation(summary = "Who would gain, lose or keep what", description = "User by user; a page ends with a whole user.")
    Page<LineView> lines(
            @RequestParam Line.Kind kind,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            @Valid @RequestBody SimulationBody body) {
        Cursor from = Cursor.decode(cursor, 1);
        Simulation.Found found = simulation.lines(body, kind, from == null ? "" : from.text(0), Limit.of(limit));
        return new Page<>(found.lines(), found.next() == null ? null : Cursor.of(found.next()).encode());
    }

    @PostMapping("/matching")
    @Operation(summary = "How many users a condition is about",
            description = "Answers within about two seconds; says so when the count is an estimate.")
    Matching.Count count(@Valid @RequestBody Condition body) {
        return matching.count(body.condition());
    }

    @PostMapping("/matching/users")
    @Operation(summary = "The users a condition is about", description = "A page may be short although there are more; go by `next`.")
    Page<UserView> users(
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            @Valid @RequestBody Condition body) {
        Cursor from = Cursor.decode(cursor, 1);
        Matching.Found found = matching.users(body.condition(), from == null ? "" : from.text(0), Limit.of(limit));
        return new Page<>(found.users(), found.next() == null ? null : Cursor.of(found.next()).encode());
    }
}
