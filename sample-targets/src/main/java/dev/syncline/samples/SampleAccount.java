package dev.syncline.samples;

import java.util.Map;
import java.util.Set;

/**
 * An account as a sample REST application has it.
 *
 * @param attributes as they were sent, passwords left out
 * @param roles keys of the roles it holds
 */
public record SampleAccount(String id, String name, boolean enabled, Map<String, Object> attributes, Set<String> roles) {
    public SampleAccount {
        attributes = Map.copyOf(attributes);
        roles = Set.copyOf(roles);
    }
}
