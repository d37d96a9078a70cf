package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.util.Locale;
import java.util.Set;

/** Attributes a directory keeps passwords in. What it answers of them is never shown, hashed or not. */
final class PasswordAttributes {

    private static final Set<String> NAMES =
            Set.of("userpassword", "unicodepwd", "sambantpassword", "sambalmpassword", "krbprincipalkey");

    private PasswordAttributes() {}

    static boolean has(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The entry, passwords replaced. */
    static Entry masked(Entry entry) {
        Entry masked = new Entry(entry.getDN());
        for (Attribute attribute : entry.getAttributes()) {
            masked.addAttribute(has(attribute.getBaseName()) ? new Attribute(attribute.getName(), "********") : attribute);
        }
        return masked;
    }
}
