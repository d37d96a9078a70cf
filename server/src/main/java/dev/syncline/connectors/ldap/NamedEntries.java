package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Reading;
import dev.syncline.connectors.Stopped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Organizations and groups by their names, for those whose DN nobody has told us. */
final class NamedEntries {

    private final Branch branch;
    private final LdapWire wire;

    NamedEntries(Branch branch, LdapWire wire) {
        this.branch = branch;
        this.wire = wire;
    }

    /** @throws Stopped when several have the name: only a person can tell which is meant */
    Optional<DN> find(String name, Exchanges exchanges) throws Stopped {
        Optional<SearchResultEntry> entry = entry(branch.base(), SearchScope.SUB, byName(name), exchanges, "1.1");
        return entry.isEmpty() ? Optional.empty() : Optional.of(Branch.dn(entry.get().getDN()));
    }

    Reading read(String name, Optional<String> remoteId, Exchanges exchanges) {
        try {
            Optional<SearchResultEntry> entry = remoteId.isPresent()
                    ? entry(Branch.dn(remoteId.get()), SearchScope.BASE, Filter.createPresenceFilter("objectClass"), exchanges, "*")
                    : entry(branch.base(), SearchScope.SUB, byName(name), exchanges, "*");
            return entry.<Reading>map(NamedEntries::found).orElseGet(Reading.Gone::new);
        } catch (Stopped stopped) {
            return new Reading.Unknown(stopped.sentence());
        }
    }

    private Filter byName(String name) {
        return Filter.createANDFilter(
                Filter.createEqualityFilter("objectClass", branch.classes().getLast()), Filter.createEqualityFilter(branch.rdnAttribute(), name));
    }

    private Optional<SearchResultEntry> entry(DN base, SearchScope scope, Filter filter, Exchanges exchanges, String attributes) throws Stopped {
        LDAPResult result = wire.search(new SearchRequest(base.toString(), scope, filter, attributes), exchanges);
        if (LdapVerdict.is(result, ResultCode.NO_SUCH_OBJECT)) {
            return Optional.empty();
        }
        LdapVerdict.require(result, "Looking for " + filter + " below " + base);
        List<SearchResultEntry> found = result instanceof SearchResult search ? search.getSearchEntries() : List.of();
        if (found.size() > 1) {
            throw Stopped.refused("AMBIGUOUS", "There are " + found.size() + " entries that match " + filter + " below " + base
                    + "; rename one of them, or settle the task by hand.");
        }
        return found.stream().findFirst();
    }

    private static Reading.Found found(SearchResultEntry entry) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (Attribute attribute : entry.getAttributes()) {
            if (!PasswordAttributes.has(attribute.getBaseName())) {
                attributes.put(attribute.getName(), attribute.size() == 1 ? attribute.getValue() : List.of(attribute.getValues()));
            }
        }
        return new Reading.Found(entry.getDN(), Optional.empty(), attributes, List.of());
    }
}
