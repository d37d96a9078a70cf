package dev.syncline.connector;

import java.util.Objects;
import java.util.Optional;

/**
 * An organization or group as a list of the target has it.
 *
 * @param remoteId the target's id, in the form {@link Outcome.Done} gives it
 * @param name what it is called there, in the form {@link Change#name} gives it
 * @param parent the target's id of the organization it is in; empty at the top, and where the target does not put such objects into others
 */
public record ListedObject(String remoteId, String name, Optional<String> parent) implements Listed {

    public ListedObject {
        Objects.requireNonNull(remoteId);
        Objects.requireNonNull(name);
        Objects.requireNonNull(parent);
    }
}
