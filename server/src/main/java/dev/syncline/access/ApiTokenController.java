package dev.syncline.access;

import dev.syncline.journal.Actor;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.OneTimeSecret;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
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

    record NewToken(@NotBlank @Size(max = 100) String name, Instant expiresAt) {}

    /** @param token its value, shown this one time */
    record CreatedToken(UUID id, String name, Instant createdAt, Instant expiresAt, String token) {

        static CreatedToken of(ApiTokens.Created created) {
            ApiToken token = created.token();
            return new CreatedToken(token.id(), token.name(), token.createdAt(), token.expiresAt(), created.value());
        }

        @Override
        public String toString() {
            return "CreatedToken[" + id + "]";
        }
    }

    @GetMapping
    @Operation(summary = "List API tokens, newest first")
    Page<ApiToken> list(@RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        return tokens.list(limit, cursor);
    }

    @PostMapping
    @OneTimeSecret
    @Operation(summary = "Make an API token; its value is shown only now")
    ResponseEntity<CreatedToken> create(@Valid @RequestBody NewToken wanted, Actor actor) {
        ApiTokens.Created created = tokens.create(wanted.name().strip(), wanted.expiresAt(), actor);
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + created.token().id())).body(CreatedToken.of(created));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke an API token at once")
    void revoke(@PathVariable UUID id) {
        tokens.revoke(id);
    }
}
