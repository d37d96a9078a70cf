package dev.syncline.connector;

import java.util.Optional;
import java.util.Set;

/** An open connection to one target. Used by many threads at once. */
public interface Connector extends AutoCloseable {

    /** Makes the change true in the target. Blocks for at most the request time-out the settings name, a few exchanges long. */
    Outcome apply(Change change, Exchanges exchanges);

    /**
     * Whether applying this {@link Action#ENABLE} makes all of it true: the values, permissions and place it carries too. Otherwise an update
     * with them is applied before it, and then an enabling that carries nothing.
     */
    default boolean enablesWith(Change change) {
        return false;
    }

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

    /**
     * The same, with more of each account: what the mapping gives it, so that the two can be compared. Where the list does not tell an
     * attribute it is left out.
     *
     * @param attributes names as a mapping has them, none of them secret
     */
    default Listing list(int pageSize, Set<String> attributes, AccountPages pages, Exchanges exchanges) {
        return list(pageSize, pages, exchanges);
    }

    /**
     * Hands over all organizations or all groups of the target, page by page, each at least once, in any order; of a directory's entries
     * those the settings name as such. What stands for the top itself is none of them. Without {@link Capability#LIST_OBJECTS} nothing is
     * sent.
     *
     * @param objectType one the connector takes, but for accounts
     * @param pageSize the most objects of one page, at least 1
     */
    default Listing list(ObjectType objectType, int pageSize, ObjectPages pages, Exchanges exchanges) {
        return new Listing.Failed("This connector cannot list organizations and groups.");
    }

    /** Tries the connection and the credentials without changing anything. */
    Check check(Exchanges exchanges);

    @Override
    void close();
}
