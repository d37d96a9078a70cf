package dev.syncline.access;

import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import dev.syncline.rights.RoleAssignments;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens programs come in with (RFC 6750). */
@Service
public class ApiTokens {

    /** So that tools which look for leaked secrets know them. */
    static final String PREFIX = "syncline_";
    private static final Duration COARSE = Duration.ofMinutes(5);

    private static final Duration A_DAY = Duration.ofDays(1);

    private final ApiTokenRepository tokens;
    private final SignInPolicyRepository policies;
    private final RoleAssignments roles;
    private final Ids ids;
    private final Clock clock;

    ApiTokens(ApiTokenRepository tokens, SignInPolicyRepository policies, RoleAssignments roles, Ids ids, Clock clock) {
        this.tokens = tokens;
        this.policies = policies;
        this.roles = roles;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param value shown once and not stored */
    record Created(ApiToken token, String value) {
        @Override
        public String toString() {
            return "Created[" + token + "]";
        }
    }

    /**
     * @param wanted no more than these rights; null for no limit but the maker's own, and for what a token makes, that token's
     * @param may what the maker may do now
     */
    @Transactional
    public Created create(String name, @Nullable Set<Right> wanted, @Nullable Instant expiresAt, Actor by, Rights may) {
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw ProblemException.invalid("expiresAt", "expiresAt must be in the future.");
        }
        return store(name, PREFIX + Token.generate(), limit(wanted, by, may), ending(expiresAt, by), administratorOf(by));
    }

    /** Without a wish as late as the policy of sign-in lets a token live, and the token it is made with. */
    private @Nullable Instant ending(@Nullable Instant wanted, Actor by) {
        Instant own = by.kind() == Actor.Kind.API_TOKEN ? tokens.endOf(by.someone()).orElse(null) : null;
        Integer days = policies.read().longestTokenDays();
        if (days == null) {
            return own == null ? wanted : withinOwn(wanted, own);
        }
        Instant longest = clock.instant().plus(Duration.ofDays(days));
        return own != null && own.isBefore(longest)
                ? withinOwn(wanted, own)
                : within(wanted, longest, "An API token lives " + days + (days == 1 ? " day" : " days") + " at most");
    }

    private static Instant withinOwn(@Nullable Instant wanted, Instant own) {
        return within(wanted, own, "What a token makes ends no later than itself");
    }

    private static Instant within(@Nullable Instant wanted, Instant latest, String because) {
        if (wanted != null && wanted.isAfter(latest)) {
            throw ProblemException.invalid("expiresAt", because + ": choose an end before " + latest.truncatedTo(ChronoUnit.SECONDS) + ".");
        }
        return wanted == null ? latest : wanted;
    }

    private @Nullable Set<Right> limit(@Nullable Set<Right> wanted, Actor by, Rights may) {
        if (wanted == null) {
            return by.kind() == Actor.Kind.API_TOKEN ? tokens.limitOf(by.someone()).orElse(null) : null;
        }
        wanted.stream().filter(right -> !may.has(right)).findFirst().ifPresent(right -> {
            throw ProblemException.invalid("rights", "You do not have the right " + right + " yourself; leave it out.");
        });
        return wanted;
    }

    Created store(String name, String value, @Nullable Set<Right> limit, @Nullable Instant expiresAt, UUID administrator) {
        ApiToken token = new ApiToken(ids.next(), name, new ApiToken.Maker(administrator, null), limit, clock.instant(), expiresAt, null);
        tokens.insert(token, Token.hash(value));
        return new Created(token, value);
    }

    /**
     * A token of the first administrator for a client inside this process. It ends by itself after a day.
     *
     * @return its value
     */
    @Transactional
    public String ofThisProcess(String name) {
        return store(name, PREFIX + Token.generate(), null, clock.instant().plus(A_DAY), tokens.firstAdministrator()).value();
    }

    private UUID administratorOf(Actor actor) {
        return switch (actor.kind()) {
            case ADMINISTRATOR -> actor.someone();
            case API_TOKEN -> tokens.administratorOf(actor.someone()).orElseThrow();
            case USER, SYSTEM -> throw new ProblemException(ErrorCode.FORBIDDEN, "Only an administrator can make API tokens.");
        };
    }

    /** The caller's own; everybody's for one who administers access. */
    Page<ApiToken> list(Actor actor, Rights may, @Nullable Integer limit, @Nullable String cursor) {
        int size = Limit.of(limit);
        Cursor after = Cursor.decode(cursor, 1);
        return Page.of(tokens.list(whose(actor, may), after == null ? null : after.uuid(0), size + 1), size, token -> Cursor.of(token.id()));
    }

    @Transactional
    public void revoke(UUID id, Actor actor, Rights may) {
        if (!tokens.revoke(id, whose(actor, may), clock.instant())) {
            throw ProblemException.notFound("API token", id);
        }
    }

    private @Nullable UUID whose(Actor actor, Rights may) {
        return may.has(Right.ADMINISTER_ACCESS) ? null : administratorOf(actor);
    }

    /** Empty when unknown, expired or revoked. */
    Optional<Caller> caller(String value) {
        Instant now = clock.instant();
        Optional<ApiTokenRepository.Live> live = tokens.live(Token.hash(value), now);
        live.filter(found -> found.usedAt() == null || found.usedAt().plus(COARSE).isBefore(now))
                .ifPresent(found -> tokens.used(found.actor().someone(), now));
        return live.map(found -> new Caller(found.actor(), rights(found), Step.NONE, found.usedAt()));
    }

    /** What its maker has lost meanwhile, a token has lost too. */
    private Rights rights(ApiTokenRepository.Live token) {
        Rights makers = roles.rightsOf(token.administrator());
        return token.limit() == null ? makers : makers.limitedTo(token.limit());
    }
}
