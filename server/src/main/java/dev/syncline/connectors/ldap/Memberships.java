package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.syncline.connector.Change;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.PermissionRef;
import dev.syncline.connectors.Stopped;
import java.util.ArrayList;
import java.util.List;

/** The groups that list an account. A permission's value is the group's DN. */
final class Memberships {

    private final GroupRule rule;
    private final LdapWire wire;

    Memberships(GroupRule rule, LdapWire wire) {
        this.rule = rule;
        this.wire = wire;
    }

    /** Unbinds first: what is taken away must not wait for what cannot be given. Returns notes for the reader. */
    List<String> change(DN account, Change change, Exchanges exchanges) throws Stopped {
        String member = rule.memberValue(account);
        List<String> notes = new ArrayList<>();
        for (PermissionRef permission : change.unbind()) {
            if (!remove(permission.value(), member, exchanges)) {
                notes.add("There is no group " + permission.value() + " any more.");
            }
        }
        for (PermissionRef permission : change.bind()) {
            add(permission.value(), member, exchanges);
        }
        return notes;
    }

    /** Takes a deleted account out of every group, or a later account of that name would inherit them. */
    void forget(DN account, Exchanges exchanges) throws Stopped {
        String member = rule.memberValue(account);
        for (String group : listing(member, exchanges)) {
            remove(group, member, exchanges);
        }
    }

    void rename(DN from, DN to, Exchanges exchanges) throws Stopped {
        String before = rule.memberValue(from);
        for (String group : listing(before, exchanges)) {
            add(group, rule.memberValue(to), exchanges);
            remove(group, before, exchanges);
        }
    }

    /** The same for everything in an organization that has another DN now. */
    void renameBelow(DN from, DN to, Exchanges exchanges) throws Stopped {
        if (!rule.clean() || rule.byName()) {
            return;
        }
        LDAPResult result = wire.search(new SearchRequest(
                to.toString(), SearchScope.SUB, Filter.createPresenceFilter("objectClass"), "1.1"), exchanges);
        LdapVerdict.require(result, "Looking for what is below " + to);
        List<SearchResultEntry> inside = result instanceof SearchResult found ? found.getSearchEntries() : List.of();
        int kept = to.getRDNs().length;
        for (SearchResultEntry entry : inside) {
            DN now = Branch.dn(entry.getDN());
            RDN[] rdns = now.getRDNs();
            DN before = from;
            for (int i = rdns.length - kept - 1; i >= 0; i--) {
                before = new DN(rdns[i], before);
            }
            rename(before, now, exchanges);
        }
    }

    /** DNs of the groups that list this member. */
    List<String> groupsOf(DN account, Exchanges exchanges) throws Stopped {
        return search(rule.memberValue(account), exchanges);
    }

    private List<String> listing(String member, Exchanges exchanges) throws Stopped {
        return rule.clean() ? search(member, exchanges) : List.of();
    }

    private List<String> search(String member, Exchanges exchanges) throws Stopped {
        var request = new SearchRequest(
                rule.base().toString(), SearchScope.SUB, Filter.createEqualityFilter(rule.memberAttribute(), member), "1.1");
        LDAPResult result = wire.search(request, exchanges);
        if (LdapVerdict.is(result, ResultCode.NO_SUCH_OBJECT)) {
            return List.of();
        }
        LdapVerdict.require(result, "Looking for the groups of " + member);
        return result instanceof SearchResult found
                ? found.getSearchEntries().stream().map(SearchResultEntry::getDN).toList()
                : List.of();
    }

    private void add(String group, String member, Exchanges exchanges) throws Stopped {
        LDAPResult added = modify(group, exchanges, new Modification(ModificationType.ADD, rule.memberAttribute(), member));
        if (!LdapVerdict.is(added, ResultCode.ATTRIBUTE_OR_VALUE_EXISTS)) {
            LdapVerdict.require(added, "Adding " + member + " to " + group);
        }
    }

    /** False when there is no such group. */
    private boolean remove(String group, String member, Exchanges exchanges) throws Stopped {
        var removal = new Modification(ModificationType.DELETE, rule.memberAttribute(), member);
        LDAPResult removed = modify(group, exchanges, removal);
        if (LdapVerdict.is(removed, ResultCode.OBJECT_CLASS_VIOLATION) && rule.placeholder().isPresent()) {
            var standIn = new Modification(ModificationType.ADD, rule.memberAttribute(), rule.placeholder().get());
            removed = modify(group, exchanges, standIn, removal);
        }
        if (LdapVerdict.is(removed, ResultCode.OBJECT_CLASS_VIOLATION)) {
            throw LdapVerdict.stopped(removed, "Removing " + member + " from " + group
                    + ", whose last member it may be (set \"emptyGroupMember\" to allow that),");
        }
        if (!LdapVerdict.is(removed, ResultCode.NO_SUCH_ATTRIBUTE) && !LdapVerdict.is(removed, ResultCode.NO_SUCH_OBJECT)) {
            LdapVerdict.require(removed, "Removing " + member + " from " + group);
        }
        return !LdapVerdict.is(removed, ResultCode.NO_SUCH_OBJECT);
    }

    private LDAPResult modify(String group, Exchanges exchanges, Modification... modifications) throws Stopped {
        return wire.modify(new ModifyRequest(group, modifications), exchanges);
    }
}
