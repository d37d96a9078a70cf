package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Reading;
import dev.syncline.connectors.Stopped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an account back. */
final class EntryReader {

    private final LdapConfig config;
    private final LdapWire wire;

    EntryReader(LdapConfig config, LdapWire wire) {
        this.config = config;
        this.wire = wire;
    }

    Reading read(String name, Optional<String> remoteId, Exchanges exchanges) {
        try {
            DN dn = remoteId.isPresent() ? new DN(remoteId.get()) : config.dnOf(name);
            LDAPResult result = wire.search(request(dn), exchanges);
            if (LdapVerdict.is(result, ResultCode.NO_SUCH_OBJECT)) {
                return new Reading.Gone();
            }
            LdapVerdict.require(result, "Reading " + dn);
            if (result instanceof SearchResult found && found.getEntryCount() == 1) {
                return found(found.getSearchEntries().getFirst(), dn, exchanges);
            }
            return new Reading.Unknown("The directory does not let the bind DN see " + dn + ".");
        } catch (LDAPException e) {
            return new Reading.Unknown("The remote id is no DN: " + e.getMessage());
        } catch (Stopped stopped) {
            return new Reading.Unknown(config.secrets().mask(stopped.sentence()));
        }
    }

    /** All user attributes and the disabling one, which may be operational. */
    private SearchRequest request(DN dn) {
        String[] attributes = config.disabling().map(rule -> new String[] {"*", rule.attribute()}).orElse(new String[] {"*"});
        return new SearchRequest(dn.toString(), SearchScope.BASE, Filter.createPresenceFilter("objectClass"), attributes);
    }

    private Reading.Found found(Entry entry, DN dn, Exchanges exchanges) throws Stopped {
        List<String> groups = new Memberships(config.groups(), wire).groupsOf(dn, exchanges);
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (Attribute attribute : entry.getAttributes()) {
            if (!PasswordAttributes.has(attribute.getBaseName())) {
                attributes.put(attribute.getName(), value(attribute));
            }
        }
        Optional<Boolean> enabled = config.disabling()
                .map(rule -> !entry.hasAttributeValue(rule.attribute(), rule.disabled()));
        return new Reading.Found(entry.getDN(), enabled, attributes, groups);
    }

    private static Object value(Attribute attribute) {
        return attribute.size() == 1 ? attribute.getValue() : List.of(attribute.getValues());
    }
}
