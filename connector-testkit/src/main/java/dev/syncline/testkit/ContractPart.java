package dev.syncline.testkit;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.syncline.connector.Capability;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What every part of the contract needs: the subject, and a few words to speak of it. */
interface ContractPart {

    Subject subject();

    /** A remote id in the target's own form, of an account that need not exist. */
    default String remoteId(String name) {
        return name;
    }

    default void needs(Capability capability) {
        assumeThat(subject().type().capabilities()).contains(capability);
    }

    default Subject.Seen seen(String name) {
        return subject().look(name).orElseThrow(() -> new AssertionError("The target has no account " + name));
    }

    default Map<String, Object> attributesAnd(String name, String value) {
        Map<String, Object> attributes = new HashMap<>(subject().attributes(name));
        attributes.put(subject().freeAttribute(), value);
        return attributes;
    }

    default String newName() {
        return "u" + UUID.randomUUID().toString().substring(0, 8);
    }
}
