package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import dev.syncline.connector.Change;
import dev.syncline.connectors.Stopped;
import java.util.List;
import java.util.Optional;

/**
 * Where entries of one kind of object are, and what they are made of.
 *
 * @param base what stands at the top
 * @param rdnAttribute names the entries
 * @param classes object classes of a new entry
 */
record Branch(DN base, String rdnAttribute, List<String> classes) {

    /** The entry a new object has. Escapes what RFC 4514 wants escaped. */
    DN dnOf(Change change) throws Stopped {
        return new DN(new RDN(rdnAttribute, change.name()), change.place().isEmpty() ? base : containerOf(change.place().get()));
    }

    DN containerOf(Change.Place place) throws Stopped {
        return place.organization().isEmpty() ? base : dn(place.organization().get());
    }

    /** What an entry stands under; empty when that is the base itself. */
    Optional<String> above(Entry entry) {
        try {
            return Optional.ofNullable(entry.getParentDN()).filter(above -> !above.equals(base)).map(DN::toString);
        } catch (LDAPException e) {
            return Optional.empty();
        }
    }

    static DN dn(String remoteId) throws Stopped {
        try {
            return new DN(remoteId);
        } catch (LDAPException e) {
            throw Stopped.invalid("The remote id \"%s\" is no DN: %s".formatted(remoteId, e.getMessage()));
        }
    }

    static Optional<DN> known(Change change) throws Stopped {
        return change.remoteId().isEmpty() ? Optional.empty() : Optional.of(dn(change.remoteId().get()));
    }
}
