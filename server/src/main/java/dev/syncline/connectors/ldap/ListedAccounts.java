package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import dev.syncline.connector.RemoteAccount;
import dev.syncline.connectors.SignInTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The accounts of a directory. Of each entry only little is kept, so that no list fills the memory. */
record ListedAccounts(LdapConfig config, Set<String> asked, boolean askedForPlace) implements Listable<RemoteAccount> {

    private static final List<String> TELLING = List.of("cn", "displayName", "mail", "employeeNumber");
    private static final List<String> CREATED = List.of("createTimestamp", "whenCreated");
    private static final int LONGEST = 500;

    /** What is longer together is no value that people compare: photographs, certificates. */
    private static final int LONGEST_ASKED = 4_000;

    static ListedAccounts of(LdapConfig config, Set<String> asked) {
        return new ListedAccounts(config, asked.stream().filter(ListedAccounts::isAttribute).collect(Collectors.toUnmodifiableSet()),
                asked.contains(RemoteAccount.ORGANIZATION));
    }

    private static boolean isAttribute(String name) {
        return !name.startsWith("@") && !PasswordAttributes.has(Attribute.getBaseName(name));
    }

    @Override
    public Branch branch() {
        return config.accounts();
    }

    @Override
    public String what() {
        return "accounts";
    }

    @Override
    public String[] attributes() {
        return Stream.of(Stream.of(config.rdnAttribute()), TELLING.stream(), CREATED.stream(), asked.stream().sorted(),
                        config.disabling().map(LdapConfig.DisableRule::attribute).stream(), config.lastSignIn().stream())
                .flatMap(names -> names)
                .distinct()
                .toArray(String[]::new);
    }

    /** Not the one we sign in with: a policy must not lock ourselves out. */
    @Override
    public Optional<RemoteAccount> of(Entry entry) {
        return isOurs(entry) ? Optional.empty() : Optional.of(account(entry));
    }

    private boolean isOurs(Entry entry) {
        try {
            return new DN(config.bindDn()).equals(entry.getParsedDN());
        } catch (LDAPException e) {
            return false;
        }
    }

    private RemoteAccount account(Entry entry) {
        String name = Optional.ofNullable(entry.getAttributeValue(config.rdnAttribute())).orElse(entry.getDN());
        return new RemoteAccount(
                entry.getDN(),
                cut(name),
                config.disabling().map(rule -> !entry.hasAttributeValue(rule.attribute(), rule.disabled())),
                values(entry),
                CREATED.stream().map(entry::getAttributeValue).flatMap(value -> SignInTime.of(value).stream()).findFirst(),
                config.lastSignIn().flatMap(attribute -> SignInTime.of(entry.getAttributeValue(attribute))));
    }

    private Map<String, Object> values(Entry entry) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : TELLING) {
            Optional.ofNullable(entry.getAttributeValue(name)).ifPresent(value -> values.put(name, cut(value)));
        }
        for (String name : asked) {
            String[] found = Optional.ofNullable(entry.getAttributeValues(name)).orElse(new String[0]);
            if (Arrays.stream(found).mapToInt(String::length).sum() > LONGEST_ASKED) {
                values.remove(name);
            } else {
                values.put(name, found.length == 0 ? null : found.length == 1 ? found[0] : List.of(found));
            }
        }
        if (askedForPlace) {
            values.put(RemoteAccount.ORGANIZATION, branch().above(entry).orElse(null));
        }
        return values;
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
