package dev.syncline.policy;

import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import dev.syncline.policy.ProblemRepository.Problem;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs of policies over everybody, and what could not be done, for administrators. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Provisioning policies")
@Needs(Right.SEE_POLICIES)
class RunController {

    private static final UUID LOWEST = new UUID(0, 0);

    private final Runs runs;
    private final Policies policies;
    private final ProblemRepository problems;
    private final Users users;
    private final GrantNames names;

    RunController(Runs runs, Policies policies, ProblemRepository problems, Users users, GrantNames names) {
        this.runs = runs;
        this.policies = policies;
        this.problems = problems;
        this.users = users;
        this.names = names;
    }

    /** Without names for what was deleted in the same moment. */
    record ProblemView(
            UUID userId,
            @Nullable String userName,
            @Nullable String userDisplayName,
            UUID applicationId,
            @Nullable String applicationName,
            String message,
            Instant since,
            Instant triedAt) {}

    @GetMapping("/policies/{id}/runs")
    @Operation(summary = "The runs of a policy over everybody, newest first")
    Page<RunView> list(
            @PathVariable UUID id, @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        policies.get(id);
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        List<RunView> found = runs.page(id, from == null ? null : from.uuid(0), size + 1).stream().map(RunView::of).toList();
        return Page.of(found, size, last -> Cursor.of(last.id()));
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @PostMapping("/policies/{id}/runs")
    @Operation(summary = "Evaluate a policy for everybody", description = "In the background. One that is under way is replaced.")
    ResponseEntity<RunView> run(@PathVariable UUID id, Actor actor) {
        RunView begun = RunView.of(policies.run(id, actor));
        return ResponseEntity.created(URI.create("/api/v1/policy-runs/" + begun.id())).body(begun);
    }

    @GetMapping("/policy-runs/{id}")
    RunView get(@PathVariable UUID id) {
        return RunView.of(runs.get(id));
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @PostMapping("/policy-runs/{id}/cancel")
    @Operation(summary = "Evaluate no further users", description = "What was done stays, and its tasks go on.")
    RunView cancel(@PathVariable UUID id) {
        return RunView.of(runs.cancel(id));
    }

    @GetMapping("/policies/{id}/problems")
    @Operation(summary = "What a policy wants and could not be done", description = "It is tried again every minute until it goes.")
    Page<ProblemView> problems(
            @PathVariable UUID id, @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        policies.get(id);
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 2);
        List<Problem> found = problems.page(id, from == null ? LOWEST : from.uuid(0), from == null ? LOWEST : from.uuid(1), size + 1);
        Map<UUID, User> people = users.findAll(found.stream().map(Problem::userId).toList());
        Map<PolicyGrant, GrantNames.GrantView> named = names.of(found.stream().map(RunController::account).toList());
        return Page.of(found.stream().map(problem -> view(problem, people, named)).toList(), size,
                last -> Cursor.of(last.userId(), last.applicationId()));
    }

    private static ProblemView view(Problem problem, Map<UUID, User> people, Map<PolicyGrant, GrantNames.GrantView> named) {
        User user = people.get(problem.userId());
        String application = Objects.requireNonNull(named.get(account(problem)), "whatever is asked for has a view").applicationName();
        return new ProblemView(problem.userId(), user == null ? null : user.userName(), user == null ? null : user.displayName(),
                problem.applicationId(), application, problem.message(), problem.since(), problem.triedAt());
    }

    private static PolicyGrant account(Problem problem) {
        return new PolicyGrant(null, problem.applicationId(), null);
    }
}
