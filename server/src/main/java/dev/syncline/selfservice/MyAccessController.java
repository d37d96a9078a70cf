package dev.syncline.selfservice;

import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.selfservice.ReleaseRepository.Release;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Own access in the portal; what was given back also for administrators. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Portal")
@Needs(Right.PORTAL)
class MyAccessController {

    private final MyAccess access;
    private final Releasing releasing;
    private final ReleaseRepository releases;

    MyAccessController(MyAccess access, Releasing releasing, ReleaseRepository releases) {
        this.access = access;
        this.releasing = releasing;
        this.releases = releases;
    }

    record Access(List<AccessView> accounts) {}

    @GetMapping("/portal/access")
    @Operation(summary = "What I have, why, until when, and what is under way")
    Access mine(Actor actor) {
        return new Access(access.of(actor.someone()));
    }

    @PostMapping("/portal/access/release")
    @Operation(summary = "Give access back", description = "All that is named, or nothing. What a policy grants cannot be given back.")
    Release release(@Valid @RequestBody ReleaseBody body, Actor actor) {
        return releases.find(releasing.release(body, actor)).orElseThrow();
    }

    @Needs(Right.SEE_REQUESTS)
    @GetMapping("/access-releases/{id}")
    @Operation(summary = "What a user gave back, with the tasks it caused (for administrators)")
    Release get(@PathVariable UUID id) {
        return releases.find(id).orElseThrow(() -> ProblemException.notFound("access release", id));
    }
}
