package dev.syncline.intake;

import dev.syncline.account.AccountView;
import dev.syncline.account.AccountViews;
import dev.syncline.account.Accounts;
import dev.syncline.intake.AccountBodies.BindingChange;
import dev.syncline.intake.AccountBodies.Changed;
import dev.syncline.intake.AccountBodies.Creation;
import dev.syncline.intake.AccountBodies.Edit;
import dev.syncline.intake.AccountChange.Create;
import dev.syncline.intake.AccountChange.Delete;
import dev.syncline.intake.AccountChange.Disable;
import dev.syncline.intake.AccountChange.Enable;
import dev.syncline.intake.AccountChange.Update;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Scope;
import dev.syncline.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changing accounts by hand: source MANUAL. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts")
@Needs(Right.CHANGE_ACCOUNTS)
class AccountChangeController {

    private final ManualChanges changes;
    private final Accounts accounts;
    private final AccountViews views;

    AccountChangeController(ManualChanges changes, Accounts accounts, AccountViews views) {
        this.changes = changes;
        this.accounts = accounts;
        this.views = views;
    }

    @PostMapping
    @Operation(summary = "Create an account", description = "The given attributes are laid over what the mappings give.")
    ResponseEntity<Changed> create(@RequestBody Creation body, Actor actor, Scope scope) {
        ManualChanges.require(body.applicationId(), "applicationId", "Say in which application.");
        scope.require(body.applicationId(), () -> ProblemException.notFound("application", body.applicationId()));
        Create create = new Create(body.applicationId(), body.userId(), body.name(), body.attributes(), body.grants());
        ManualChanges.Done made = changes.make(create, actor);
        return answer(ResponseEntity.created(URI.create("/api/v1/accounts/" + made.accountId())), made);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Edit an account", description = "Only what differs is sent to the target; a null clears the attribute.")
    ResponseEntity<Changed> edit(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody Edit body,
            Actor actor,
            Scope scope) {
        accounts.get(id, scope);
        Update update = new Update(id, body.name(), body.attributes(), List.of(), Set.of());
        return answer(ResponseEntity.ok(), changes.make(update, id, ETags.required(ifMatch), actor));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Changed> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            Actor actor,
            Scope scope) {
        accounts.get(id, scope);
        return accepted(changes.make(new Delete(id), id, ETags.required(ifMatch), actor));
    }

    @PostMapping("/{id}/enable")
    ResponseEntity<Changed> enable(@PathVariable UUID id, Actor actor, Scope scope) {
        accounts.get(id, scope);
        return accepted(changes.make(new Enable(id), actor));
    }

    @PostMapping("/{id}/disable")
    ResponseEntity<Changed> disable(@PathVariable UUID id, Actor actor, Scope scope) {
        accounts.get(id, scope);
        return accepted(changes.make(new Disable(id), actor));
    }

    @PostMapping("/{id}/bindings")
    @Operation(summary = "Bind and unbind permissions")
    ResponseEntity<Changed> bind(@PathVariable UUID id, @RequestBody BindingChange body, Actor actor, Scope scope) {
        accounts.get(id, scope);
        body.bind().forEach(bind -> ManualChanges.require(bind.permissionId(), "bind.permissionId", "Say which permission to bind."));
        if (body.bind().stream().anyMatch(bind -> body.unbind().contains(bind.permissionId()))) {
            throw ProblemException.invalid("unbind", "A permission cannot be bound and unbound at once.");
        }
        return accepted(changes.make(new Update(id, null, Map.of(), body.grants(), body.unbind()), actor));
    }

    /** With its version, unless somebody has deleted it since. */
    private ResponseEntity<Changed> answer(ResponseEntity.BodyBuilder answer, ManualChanges.Done done) {
        Changed changed = changed(done);
        AccountView account = changed.account();
        return (account == null ? answer : answer.eTag(ETags.of(account.version()))).body(changed);
    }

    private ResponseEntity<Changed> accepted(ManualChanges.Done done) {
        return ResponseEntity.accepted().body(changed(done));
    }

    private Changed changed(ManualChanges.Done done) {
        return new Changed(accounts.find(done.accountId()).map(views::detail).orElse(null), done.taskId());
    }
}
