package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import dev.syncline.connector.Change;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.ConflictRule;
import dev.syncline.connectors.Stopped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides about an entry that a CREATE found in its place. One that already has the wanted values is what an earlier attempt
 * made, or as good: taken as done. Another one is adopted or refused as the connection is set.
 */
final class Adoption {

    private final ConflictRule rule;
    private final Branch branch;
    private final LdapWire wire;
    private final EntryAttributes attributes;

    Adoption(ConflictRule rule, Branch branch, LdapWire wire, EntryAttributes attributes) {
        this.rule = rule;
        this.branch = branch;
        this.wire = wire;
        this.attributes = attributes;
    }

    /** What was decided, as a note for the reader. */
    String adoptOrRefuse(DN dn, Change change, LDAPResult conflict, Exchanges exchanges) throws Stopped {
        Entry existing = read(dn, change, exchanges);
        List<Attribute> differing = differing(existing, change);
        if (rule == ConflictRule.REFUSE) {
            return refuseUnlessSame(dn, differing, conflict);
        }
        List<Modification> changes = adopting(existing, differing, change);
        if (changes.isEmpty()) {
            return "The entry " + dn + " was already there with these values.";
        }
        LdapVerdict.require(wire.modify(new ModifyRequest(dn, changes), exchanges), "Adopting " + dn);
        return "Adopted the existing entry " + dn + " and set its "
                + changes.stream().map(Modification::getAttributeName).collect(Collectors.joining(", ")) + ".";
    }

    private static String refuseUnlessSame(DN dn, List<Attribute> differing, LDAPResult conflict) throws Stopped {
        if (!differing.isEmpty()) {
            throw Stopped.refused(
                    LdapVerdict.code(conflict),
                    "The entry %s already exists with other values of %s, and the connection is set to refuse existing entries."
                            .formatted(dn, names(differing)));
        }
        return "The entry " + dn + " was already there with these values.";
    }

    private List<Attribute> differing(Entry existing, Change change) {
        return attributes.wanted(change).stream()
                .filter(wanted -> !change.secretAttributes().contains(wanted.getName()))
                .filter(wanted -> !sameValues(existing, wanted))
                .toList();
    }

    private static boolean sameValues(Entry existing, Attribute wanted) {
        String[] values = existing.getAttributeValues(wanted.getName());
        return values != null && Set.of(distinct(values)).equals(Set.of(distinct(wanted.getValues())));
    }

    private static String[] distinct(String[] values) {
        return Set.copyOf(List.of(values)).toArray(String[]::new);
    }

    private List<Modification> adopting(Entry existing, List<Attribute> differing, Change change) {
        List<Modification> changes = new ArrayList<>();
        String[] missing = branch.classes().stream()
                .filter(name -> !existing.hasObjectClass(name))
                .toArray(String[]::new);
        if (missing.length > 0) {
            changes.add(new Modification(ModificationType.ADD, "objectClass", missing));
        }
        for (Attribute wanted : attributes.wanted(change)) {
            if (differing.contains(wanted) || change.secretAttributes().contains(wanted.getName())) {
                changes.add(new Modification(ModificationType.REPLACE, wanted.getName(), wanted.getValues()));
            }
        }
        return changes;
    }

    private Entry read(DN dn, Change change, Exchanges exchanges) throws Stopped {
        String[] names = Stream.concat(Stream.of("objectClass"), attributes.wanted(change).stream().map(Attribute::getName))
                .filter(name -> !change.secretAttributes().contains(name))
                .toArray(String[]::new);
        var request = new SearchRequest(dn.toString(), SearchScope.BASE, Filter.createPresenceFilter("objectClass"), names);
        LDAPResult result = wire.search(request, exchanges);
        if (LdapVerdict.is(result, ResultCode.SUCCESS) && result instanceof SearchResult found && found.getEntryCount() == 1) {
            return found.getSearchEntries().getFirst();
        }
        if (LdapVerdict.is(result, ResultCode.SUCCESS) || LdapVerdict.is(result, ResultCode.NO_SUCH_OBJECT)) {
            throw new Stopped(new Outcome.Unavailable("The entry " + dn + " was in the way and is now gone or hidden; worth another try."));
        }
        throw LdapVerdict.stopped(result, "Reading the existing entry " + dn);
    }

    private static String names(List<Attribute> differing) {
        return differing.stream().map(Attribute::getName).collect(Collectors.joining(", "));
    }
}
