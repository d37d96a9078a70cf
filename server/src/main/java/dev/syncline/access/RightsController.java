package dev.syncline.access;

import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What rights and roles there are. */
@RestController
@RequestMapping("/api/v1/rights")
@Tag(name = "Administrators")
@Needs({Right.ADMINISTER_ACCESS, Right.MAKE_TOKENS})
class RightsController {

    record RightView(Right right, String sentence) {}

    /** @param ofApplications whether its rights count only in the applications owned */
    record RoleView(Role role, boolean ofApplications, Set<Right> rights) {}

    record Catalogue(List<RightView> rights, List<RoleView> roles) {}

    @GetMapping
    @Operation(summary = "Every right with what it allows, and every role with the rights it is made of")
    Catalogue all() {
        return new Catalogue(
                Stream.of(Right.values()).map(right -> new RightView(right, right.sentence())).toList(),
                Stream.of(Role.values()).map(role -> new RoleView(role, role.isOfApplications(), new TreeSet<>(role.rights()))).toList());
    }
}
