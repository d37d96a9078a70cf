package dev.syncline.access;

import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.ETags;
import dev.syncline.web.Limit;
import dev.syncline.web.OneTimeSecret;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Administrators and their roles. */
@RestController
@RequestMapping("/api/v1/administrators")
@Tag(name = "Administrators", description = "Who may sign in to the console, and what as. Nobody is deleted: what they did keeps their name.")
@Needs(Right.ADMINISTER_ACCESS)
class AdministratorController {

    private final People people;

    AdministratorController(People people) {
        this.people = people;
    }

    /** @param oneTimePassword shown this one time; it has to be replaced at the first sign-in */
    record Made(Person administrator, String oneTimePassword) {

        static Made of(People.Made made) {
            return new Made(made.person(), made.oneTimePassword());
        }

        @Override
        public String toString() {
            return "Made[" + administrator.id() + "]";
        }
    }

    @GetMapping
    @Operation(summary = "In the order of their user names")
    Page<Person> list(@RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor after = Cursor.decode(cursor, 1);
        return Page.of(people.page(after == null ? "" : after.text(0), size + 1), size, last -> Cursor.of(last.userName()));
    }

    @PostMapping
    @OneTimeSecret
    @Operation(summary = "Make an administrator; the one-time password is shown only now")
    ResponseEntity<Made> make(@Valid @RequestBody PersonBody body) {
        People.Made made = people.make(body);
        return ResponseEntity.created(URI.create("/api/v1/administrators/" + made.person().id()))
                .eTag(ETags.of(made.person().version())).body(Made.of(made));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One administrator with roles and, for an application owner, the applications owned")
    ResponseEntity<Person> get(@PathVariable UUID id) {
        return answer(people.get(id));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change name, roles, the user who it is, and whether disabled", description = """
            Roles count from the next request on. Who is disabled is signed out, and the tokens made do not count. The last enabled
            administrator with the role ADMINISTRATOR keeps it.""")
    ResponseEntity<Person> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @Valid @RequestBody PersonBody body) {
        return answer(people.change(id, ETags.required(ifMatch), body));
    }

    @PostMapping("/{id}/password")
    @OneTimeSecret
    @Operation(summary = "A new one-time password, shown only now; sessions end")
    Made resetPassword(@PathVariable UUID id) {
        return Made.of(people.resetPassword(id));
    }

    private static ResponseEntity<Person> answer(Person person) {
        return ResponseEntity.ok().eTag(ETags.of(person.version())).body(person);
    }
}
