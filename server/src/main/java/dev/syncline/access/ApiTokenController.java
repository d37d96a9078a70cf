package dev.syncline.access;

import dev.syncline.journal.Actor;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import dev.syncline.web.OneTimeSecret;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "API tokens", description = "Programs send them as Authorization: Bearer.")
@Needs(Right.MAKE_TOKENS)
class ApiTokenController {

    private final ApiTokens tokens;

    ApiTokenController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** @param rights what it is limited to; left out, it may do what its maker may */
    record NewToken(@NotBlank @Size(max = 100) String name, @Nullable Set<@NotNull Right> rights, @Nullable Instant expiresAt) {}

    /** @param token its value, shown this one time */
    record CreatedToken(UUID id, String name, @Nullable Set<Right> rights, Instant createdAt, @Nullable Instant expiresAt, String token) {

        static CreatedToken of(ApiTokens.Created created) {
            ApiToken token = created.token();
            return new CreatedToken(token.id(), token.name(), token.rights(), token.createdAt(), token.expiresAt(), created.value());
        }

        @Override
        public String toString() {
            return "CreatedToken[" + id + "]";
        }
    }

    @GetMapping
    @Operation(summary = "List API tokens, newest first", description = "One's own; everybody's for who has ADMINISTER_ACCESS.")
    Page<ApiToken> list(@RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor,
            Actor actor, Rights may) {
        return tokens.list(actor, may, limit, cursor);
    }

    @PostMapping
    @OneTimeSecret
    @Operation(summary = "Make an API token; its value is shown only now", description = """
            It may never do more than its maker may at the time: what the maker loses, it loses. With "rights" it may do only these.""")
    ResponseEntity<CreatedToken> create(@Valid @RequestBody NewToken wanted, Actor actor, Rights may) {
        ApiTokens.Created created = tokens.create(wanted.name().strip(), wanted.rights(), wanted.expiresAt(), actor, may);
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + created.token().id())).body(CreatedToken.of(created));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke an API token at once")
    void revoke(@PathVariable UUID id, Actor actor, Rights may) {
        tokens.revoke(id, actor, may);
    }
}
