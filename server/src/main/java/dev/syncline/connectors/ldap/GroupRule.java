package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import dev.syncline.connector.Settings;
import java.util.Optional;

/**
 * How groups list their members.
 *
 * @param byName whether they list names (memberUid, RFC 2307) rather than DNs
 * @param placeholder takes the place of a last member, for classes that need one (groupOfNames, RFC 4519 section 3.5)
 * @param clean whether a rename or deletion corrects the groups
 */
record GroupRule(String memberAttribute, boolean byName, DN base, Optional<String> placeholder, boolean clean) {

    static GroupRule of(Settings settings, DN accounts) {
        String attribute = LdapConfig.text(settings, LdapFields.MEMBER);
        DN above = accounts.getParent() == null ? accounts : accounts.getParent();
        return new GroupRule(
                attribute,
                attribute.equalsIgnoreCase("memberUid"),
                settings.find(LdapFields.GROUP_BASE.name()).map(text -> LdapConfig.dn(LdapFields.GROUP_BASE, text)).orElse(above),
                settings.find(LdapFields.EMPTY_MEMBER.name()),
                Boolean.parseBoolean(LdapConfig.text(settings, LdapFields.CLEAN_GROUPS)));
    }

    /** What a group lists the account as. */
    String memberValue(DN account) {
        return byName ? account.getRDN().getAttributeValues()[0] : account.toString();
    }
}
