package dev.syncline.connector;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An account as a list of the target has it.
 *
 * @param remoteId the target's id, in the form {@link Outcome.Done} gives it
 * @param name what it is called there, in the form {@link Change#name} gives it
 * @param active whether the target lets it sign in; empty when the list does not tell
 * @param attributes by the names a mapping uses: a few that tell whose it is (name, e-mail), and those that were asked for, as far as
 *     the list tells; null where it tells that there is no value; never secrets. {@link #ORGANIZATION}, when asked
 *     for, is the target's id of the organization the account is in, null at the top
 * @param createdAt empty when the list does not tell
 * @param lastSignInAt empty when the list does not tell, or nobody ever signed in
 */
public record RemoteAccount(
        String remoteId,
        String name,
        Optional<Boolean> active,
        Map<String, Object> attributes,
        Optional<Instant> createdAt,
        Optional<Instant> lastSignInAt)
        implements Listed {

    /** Names where the account belongs, as in a mapping. */
    public static final String ORGANIZATION = "@parent";

    public RemoteAccount {
        Objects.requireNonNull(remoteId);
        Objects.requireNonNull(name);
        Objects.requireNonNull(active);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        Objects.requireNonNull(createdAt);
        Objects.requireNonNull(lastSignInAt);
    }
}
