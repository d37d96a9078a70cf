package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import dev.syncline.connector.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Entries of one kind of object, and what the list says of each. */
sealed interface Listable<T extends Listed> permits ListedAccounts, ListedBranch {

    Branch branch();

    /** Those a search has to ask for. */
    String[] attributes();

    /** Empty when the entry is none of them after all. */
    Optional<T> of(Entry entry);

    /** How the words for people go on after "the". */
    String what();

    default DN base() {
        return branch().base();
    }

    default Filter filter() {
        List<Filter> filters = new ArrayList<>(branch().classes().stream().map(name -> Filter.createEqualityFilter("objectClass", name)).toList());
        filters.add(Filter.createPresenceFilter(branch().rdnAttribute()));
        return Filter.createANDFilter(filters);
    }
}
