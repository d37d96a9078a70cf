package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import dev.syncline.connector.Change;
import dev.syncline.connector.Exchanges;
import dev.syncline.connectors.Stopped;

/** Gives an entry the name its object should have, and puts it where that belongs. */
final class Renaming {

    private final Branch branch;
    private final LdapWire wire;
    private final Memberships memberships;

    Renaming(Branch branch, LdapWire wire, Memberships memberships) {
        this.branch = branch;
        this.wire = wire;
        this.memberships = memberships;
    }

    /** The entry's DN from now on: the known one, unless the object's name or place is another. */
    DN toWanted(DN known, Change change, Exchanges exchanges) throws Stopped {
        RDN current = known.getRDN();
        boolean named = current.isMultiValued() || !current.hasAttribute(branch.rdnAttribute())
                || current.hasAttributeValue(branch.rdnAttribute(), change.name());
        DN container = change.place().isEmpty() ? known.getParent() : branch.containerOf(change.place().get());
        boolean placed = container.equals(known.getParent());
        if (named && placed) {
            return known;
        }
        DN wanted = new DN(named ? current : new RDN(branch.rdnAttribute(), change.name()), container);
        LDAPResult renamed = wire.rename(new ModifyDNRequest(known, wanted.getRDN(), true, placed ? null : container), exchanges);
        boolean renamedBefore = LdapVerdict.is(renamed, ResultCode.NO_SUCH_OBJECT) && exists(wanted, exchanges);
        if (!renamedBefore) {
            LdapVerdict.require(renamed, "Renaming " + known + " to " + wanted);
        }
        memberships.rename(known, wanted, exchanges);
        return wanted;
    }

    /** Whether an earlier attempt, whose answer was lost, has already done it. */
    private boolean exists(DN dn, Exchanges exchanges) throws Stopped {
        var request = new SearchRequest(dn.toString(), SearchScope.BASE, Filter.createPresenceFilter("objectClass"), "1.1");
        return LdapVerdict.is(wire.search(request, exchanges), ResultCode.SUCCESS);
    }
}
