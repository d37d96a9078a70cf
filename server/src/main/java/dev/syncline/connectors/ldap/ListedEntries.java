package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import dev.syncline.connector.RemoteAccount;
import dev.syncline.connectors.SignInTime;
import dev.syncline.connectors.Stopped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One page of accounts, taken entry by entry as it arrives. Of each entry only little is kept, and a directory that sends more than it
 * was asked for is cut off, so that no answer fills the memory.
 */
final class ListedEntries implements SearchResultListener {

    private static final List<String> TELLING = List.of("cn", "displayName", "mail", "employeeNumber");
    private static final List<String> CREATED = List.of("createTimestamp", "whenCreated");
    private static final int LONGEST = 500;

    private final LdapConfig config;
    private final int pageSize;
    private final transient LDAPConnection connection;
    private final transient List<RemoteAccount> accounts = new ArrayList<>();
    private boolean tooMany;

    ListedEntries(LdapConfig config, int pageSize, LDAPConnection connection) {
        this.config = config;
        this.pageSize = pageSize;
        this.connection = connection;
    }

    static String[] attributes(LdapConfig config) {
        return Stream.of(Stream.of(config.rdnAttribute()), TELLING.stream(), CREATED.stream(),
                        config.disabling().map(LdapConfig.DisableRule::attribute).stream(), config.lastSignIn().stream())
                .flatMap(names -> names)
                .distinct()
                .toArray(String[]::new);
    }

    /** The accounts but for the one we sign in with: a policy must not lock ourselves out. */
    @Override
    public void searchEntryReturned(SearchResultEntry entry) {
        if (accounts.size() == pageSize) {
            tooMany = true;
            connection.close();
        } else if (!tooMany && !isOurs(entry)) {
            accounts.add(account(entry));
        }
    }

    @Override
    public void searchReferenceReturned(SearchResultReference reference) {
        // Referrals are never followed.
    }

    boolean tooMany() {
        return tooMany;
    }

    void requireWithinLimit() throws Stopped {
        if (tooMany) {
            throw Stopped.refused("4 sizeLimitExceeded", "The directory sends more than the " + pageSize
                    + " entries of a page it was asked for. It has to support simple paged results (RFC 2696).");
        }
    }

    List<RemoteAccount> accounts() {
        return List.copyOf(accounts);
    }

    private boolean isOurs(Entry entry) {
        try {
            return new DN(config.bindDn()).equals(entry.getParsedDN());
        } catch (LDAPException e) {
            return false;
        }
    }

    private RemoteAccount account(Entry entry) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (String name : TELLING) {
            Optional.ofNullable(entry.getAttributeValue(name)).ifPresent(value -> attributes.put(name, cut(value)));
        }
        String name = Optional.ofNullable(entry.getAttributeValue(config.rdnAttribute())).orElse(entry.getDN());
        return new RemoteAccount(
                entry.getDN(),
                cut(name),
                config.disabling().map(rule -> !entry.hasAttributeValue(rule.attribute(), rule.disabled())),
                attributes,
                CREATED.stream().map(entry::getAttributeValue).flatMap(value -> SignInTime.of(value).stream()).findFirst(),
                config.lastSignIn().flatMap(attribute -> SignInTime.of(entry.getAttributeValue(attribute))));
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
