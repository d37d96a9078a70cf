package dev.syncline.journal;

import java.util.UUID;

/** Seals bodies of wire messages at rest. Implemented where the keys are, so that the journal need not know them. */
public interface BodySeal {

    byte[] seal(UUID taskId, byte[] body);

    byte[] open(UUID taskId, byte[] sealed);
}
