package dev.syncline.account;

import dev.syncline.application.RemoteObject;
import dev.syncline.application.RemoteReader;
import dev.syncline.connector.ObjectType;
import dev.syncline.personal.Veils;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Scope;
import dev.syncline.web.Cursor;
import dev.syncline.web.ETags;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looking at accounts. Changes of them go through package {@code intake}. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts")
@Needs(Right.SEE_APPLICATIONS)
class AccountController {

    private final Accounts accounts;
    private final AccountViews views;
    private final RemoteReader remote;
    private final Veils veils;

    AccountController(Accounts accounts, AccountViews views, RemoteReader remote, Veils veils) {
        this.accounts = accounts;
        this.views = views;
        this.remote = remote;
        this.veils = veils;
    }

    @GetMapping
    Page<AccountView> list(
            @RequestParam(required = false) UUID applicationId,
            @RequestParam(required = false) UUID userId,
            @RequestParam(required = false) Account.Status status,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Boolean orphan,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Scope scope) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        AccountFilter filter = new AccountFilter(applicationId, userId, status, q, orphan, scope);
        List<Account> found = accounts.page(filter, from == null ? null : from.uuid(0), size + 1);
        return Page.of(views.of(found), size, last -> Cursor.of(last.id()));
    }

    @GetMapping("/{id}")
    ResponseEntity<AccountView> get(@PathVariable UUID id, Scope scope) {
        AccountView view = views.detail(accounts.get(id, scope));
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }

    @GetMapping("/{id}/remote")
    @Operation(summary = "What the target has now", description = "Calls the target. Secret and masked values are hidden.")
    RemoteObject remote(@PathVariable UUID id, Scope scope) {
        Account account = accounts.get(id, scope);
        return remote.read(account.applicationId(), ObjectType.ACCOUNT, account.name(), account.remoteId())
                .behind(veils.ofAccount(account.applicationId(), account.id(), account.name()));
    }
}
