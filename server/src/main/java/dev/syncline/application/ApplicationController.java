package dev.syncline.application;

import dev.syncline.audit.Audit;
import dev.syncline.connector.Check;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Scope;
import dev.syncline.web.Cursor;
import dev.syncline.web.ETags;
import dev.syncline.web.Limit;
import dev.syncline.web.OneTimeSecret;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/applications")
@Tag(name = "Applications")
@Needs(Right.SEE_APPLICATIONS)
class ApplicationController {

    private final Applications applications;
    private final Trial trial;
    private final Preview preview;
    private final Audit audit;

    ApplicationController(Applications applications, Trial trial, Preview preview, Audit audit) {
        this.applications = applications;
        this.trial = trial;
        this.preview = preview;
        this.audit = audit;
    }

    @GetMapping
    Page<Application> list(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Scope scope) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        return Page.of(applications.page(q, scope, from == null ? "" : from.text(0), size + 1), size, last -> Cursor.of(last.name()));
    }

    @Needs(Right.ADMINISTER_APPLICATIONS)
    @PostMapping
    ResponseEntity<Application> create(@RequestBody ApplicationBody body) {
        Application made = applications.create(body);
        return ResponseEntity.created(URI.create("/api/v1/applications/" + made.id())).eTag(ETags.of(made.version())).body(made);
    }

    @GetMapping("/{id}")
    ResponseEntity<Application> get(@PathVariable UUID id, Scope scope) {
        return answer(applications.get(id, scope));
    }

    @Needs(Right.ADMINISTER_APPLICATIONS)
    @PutMapping("/{id}")
    @Operation(summary = "Edit an application", description = "Secrets that are left out stay as they are; null removes one.")
    ResponseEntity<Application> update(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody ApplicationBody body) {
        Application changed = applications.update(id, ETags.required(ifMatch), body);
        body.secrets().keySet().forEach(name -> audit.secretChanged("secrets." + name));
        if (body.callback().secret() != null) {
            audit.secretChanged("callback.secret");
        }
        return answer(changed);
    }

    @Needs(Right.ADMINISTER_APPLICATIONS)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        applications.delete(id, ETags.required(ifMatch));
        return ResponseEntity.noContent().build();
    }

    @Needs(Right.ADMINISTER_APPLICATIONS)
    @PostMapping("/test")
    @Operation(summary = "Try a connection before it is saved", description = "Changes and records nothing.")
    Check test(@RequestBody TestBody body) {
        return trial.of(body.id(), body.connector(), body.settings(), body.secrets(), body.limits().orUsual().requestTimeoutMs());
    }

    @Needs(Right.ADMINISTER_APPLICATIONS)
    @PostMapping("/{id}/test")
    @Operation(summary = "Try the connection as it is saved", description = "Changes and records nothing.")
    Check test(@PathVariable UUID id) {
        return trial.ofStored(id);
    }

    @Needs(Right.ADMINISTER_APPLICATIONS)
    @PostMapping("/{id}/mappings/preview")
    @Operation(summary = "What the mappings give for a user", description = "Values of secret mappings are hidden.")
    Preview.Shown preview(@PathVariable UUID id, @RequestBody Preview.Body body) {
        return preview.show(id, body);
    }

    /** @param secret "whsec_..." */
    record CallbackSecret(String secret) {
        @Override
        public String toString() {
            return "CallbackSecret";
        }
    }

    @OneTimeSecret
    @Needs(Right.ADMINISTER_APPLICATIONS)
    @PostMapping("/{id}/callback-secret")
    @Operation(summary = "Make a new callback secret", description = "Shown once; callbacks signed with the old one are refused from now on.")
    CallbackSecret newCallbackSecret(@PathVariable UUID id) {
        audit.secretChanged("callback.secret");
        return new CallbackSecret(applications.newCallbackSecret(id));
    }

    private static ResponseEntity<Application> answer(Application application) {
        return ResponseEntity.ok().eTag(ETags.of(application.version())).body(application);
    }
}
