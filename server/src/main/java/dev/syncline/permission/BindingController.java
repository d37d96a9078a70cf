package dev.syncline.permission;

import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Scope;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/bindings")
@Tag(name = "Permissions")
@Needs(Right.SEE_APPLICATIONS)
class BindingController {

    private static final UUID LOWEST = new UUID(0, 0);

    private final BindingRepository bindings;

    BindingController(BindingRepository bindings) {
        this.bindings = bindings;
    }

    @GetMapping
    Page<Binding> list(
            @RequestParam(required = false) UUID accountId,
            @RequestParam(required = false) UUID permissionId,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Scope scope) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 2);
        UUID afterAccount = from == null ? LOWEST : from.uuid(0);
        UUID afterPermission = from == null ? LOWEST : from.uuid(1);
        List<Binding> found = bindings.page(accountId, permissionId, scope, afterAccount, afterPermission, size + 1);
        return Page.of(found, size, last -> Cursor.of(last.accountId(), last.permissionId()));
    }
}
