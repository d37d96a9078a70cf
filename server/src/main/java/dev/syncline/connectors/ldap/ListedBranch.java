package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import dev.syncline.connector.ListedObject;
import java.util.Optional;

/** The organizations or groups of a directory. */
record ListedBranch(Branch branch, String what) implements Listable<ListedObject> {

    @Override
    public String[] attributes() {
        return new String[] {branch.rdnAttribute()};
    }

    /** The base may be of the same classes as what stands below it, and is none of it. */
    @Override
    public Optional<ListedObject> of(Entry entry) {
        return isBase(entry) ? Optional.empty() : Optional.of(new ListedObject(
                entry.getDN(),
                Optional.ofNullable(entry.getAttributeValue(branch.rdnAttribute())).orElse(entry.getDN()),
                branch.above(entry)));
    }

    private boolean isBase(Entry entry) {
        try {
            return branch.base().equals(new DN(entry.getDN()));
        } catch (LDAPException e) {
            return false;
        }
    }
}
