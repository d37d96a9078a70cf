package dev.syncline.access;

import dev.syncline.id.Ids;
import dev.syncline.rights.Role;
import dev.syncline.rights.RoleAssignments;
import dev.syncline.settings.Settings;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the administrator {@code admin} on an empty database. */
@Service
class FirstAdministrator {

    static final String USER_NAME = "admin";

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    /** Characters of a random token from which on nobody can guess it. */
    private static final int UNGUESSABLE = 22;

    private final AdministratorRepository administrators;
    private final ApiTokens tokens;
    private final Passwords passwords;
    private final RoleAssignments roles;
    private final Ids ids;
    private final Clock clock;

    FirstAdministrator(AdministratorRepository administrators, ApiTokens tokens, Passwords passwords, RoleAssignments roles,
            Ids ids, Clock clock) {
        this.administrators = administrators;
        this.tokens = tokens;
        this.passwords = passwords;
        this.roles = roles;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Safe to call on several servers at once: one makes it.
     *
     * @return the one-time password, to be shown on the console of the process and nowhere else; empty when there was an administrator
     */
    @Transactional
    public Optional<String> create(Settings settings) {
        if (!administrators.none()) {
            return Optional.empty();
        }
        UUID id = ids.next();
        String password = Passwords.generate();
        if (!administrators.insertFirst(id, USER_NAME, "Administrator", passwords.hash(password), clock.instant())) {
            return Optional.empty();
        }
        roles.assign(id, Set.of(Role.ADMINISTRATOR));
        String token = settings.bootstrapToken();
        if (token != null && !token.isBlank()) {
            if (token.strip().length() < UNGUESSABLE) {
                log.warn("SYNCLINE_BOOTSTRAP_TOKEN has less than {} characters and could be guessed. Take a random one.", UNGUESSABLE);
            }
            tokens.store("bootstrap", token.strip(), null, null, id);
        }
        return Optional.of(password);
    }
}
