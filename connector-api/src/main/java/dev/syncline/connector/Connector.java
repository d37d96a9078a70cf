package dev.syncline.connector;

import java.util.Optional;

/** An open connection to one target. Used by many threads at once. */
public interface Connector extends AutoCloseable {

    /** Makes the change true in the target. Blocks for at most the request time-out the settings name, a few exchanges long. */
    Outcome apply(Change change, Exchanges exchanges);

    /**
     * Reads one object back.
     *
     * @param name the name the platform knows it by; used when the remote id is not known
     */
    Reading read(ObjectType objectType, String name, Optional<String> remoteId, Exchanges exchanges);

    /**
     * Hands over all accounts of the target, page by page, each account at least once. A target that answers the same again and again
     * must not keep this going. Without {@link Capability#LIST_ACCOUNTS} nothing is sent.
     *
     * @param pageSize the most accounts of one page, at least 1
     */
    default Listing list(int pageSize, AccountPages pages, Exchanges exchanges) {
        return new Listing.Failed("This connector cannot list accounts.");
    }

    /** Tries the connection and the credentials without changing anything. */
    Check check(Exchanges exchanges);

    @Override
    void close();
}
