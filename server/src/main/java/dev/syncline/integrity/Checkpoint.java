package dev.syncline.integrity;

import java.time.Instant;

/**
 * The end of the chain at a moment, to be kept elsewhere: whoever cuts the chain off later cannot make it go on from here.
 *
 * @param hash of the batch
 * @param signature over the hash
 */
record Checkpoint(long number, Instant sealedAt, byte[] hash, byte[] signature) {

    static Checkpoint of(SealedBatch batch) {
        return new Checkpoint(batch.number(), batch.sealedAt(), batch.hash(), batch.signature());
    }
}
