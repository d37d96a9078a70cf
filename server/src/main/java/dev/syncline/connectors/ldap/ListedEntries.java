package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import dev.syncline.connector.Listed;
import dev.syncline.connectors.Stopped;
import java.util.ArrayList;
import java.util.List;

/** One page of a list, taken entry by entry as it arrives. A directory that sends more than it was asked for is cut off. */
final class ListedEntries<T extends Listed> implements SearchResultListener {

    private static final long serialVersionUID = 1;

    private final transient Listable<T> listable;
    private final int pageSize;
    private final transient LDAPConnection connection;
    private final transient List<T> listed = new ArrayList<>();
    private boolean tooMany;

    ListedEntries(Listable<T> listable, int pageSize, LDAPConnection connection) {
        this.listable = listable;
        this.pageSize = pageSize;
        this.connection = connection;
    }

    @Override
    public void searchEntryReturned(SearchResultEntry entry) {
        if (listed.size() == pageSize) {
            tooMany = true;
            connection.close();
        } else if (!tooMany) {
            listable.of(entry).ifPresent(listed::add);
        }
    }

    @Override
    public void searchReferenceReturned(SearchResultReference reference) {
        // Referrals are never followed.
    }

    void requireWithinLimit() throws Stopped {
        if (tooMany) {
            throw Stopped.refused("4 sizeLimitExceeded", "The directory sends more than the " + pageSize
                    + " entries of a page it was asked for. It has to support simple paged results (RFC 2696).");
        }
    }

    List<T> listed() {
        return List.copyOf(listed);
    }
}
