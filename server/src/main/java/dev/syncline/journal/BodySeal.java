package dev.syncline.journal;

import java.util.UUID;

/** Seals bodies of wire messages at rest. Implemented where the keys are, so that the journal need not know them. */
public interface BodySeal {

    /** Has no keys: seals and opens nothing, and says so with an {@link IllegalStateException}. */
    BodySeal NONE = new BodySeal() {
        @Override
        public byte[] seal(UUID taskId, byte[] body) {
            throw new IllegalStateException("There are no keys to seal with.");
        }

        @Override
        public byte[] open(UUID taskId, byte[] sealed) {
            throw new IllegalStateException("There are no keys to open a sealed body with.");
        }
    };

    byte[] seal(UUID taskId, byte[] body);

    byte[] open(UUID taskId, byte[] sealed);
}
