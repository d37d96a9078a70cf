package dev.syncline.connectors.ldap;

import dev.syncline.connector.AccountPages;
import dev.syncline.connector.Change;
import dev.syncline.connector.Check;
import dev.syncline.connector.Connector;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Listed;
import dev.syncline.connector.Listing;
import dev.syncline.connector.ObjectPages;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Pages;
import dev.syncline.connector.Reading;
import dev.syncline.connector.Secrets;
import dev.syncline.connectors.Stopped;
import java.util.Optional;
import java.util.Set;

/** An open connection to one directory. */
final class LdapConnector implements Connector {

    private final LdapConfig config;
    private final LdapWire wire;
    private final AccountEntries accounts;
    private final StructureEntries organizations;
    private final StructureEntries groups;
    private final EntryReader reader;

    LdapConnector(LdapConfig config, LdapWire wire) {
        this.config = config;
        this.wire = wire;
        this.accounts = new AccountEntries(config, wire);
        this.organizations = new StructureEntries(config, ObjectType.ORGANIZATION, wire);
        this.groups = new StructureEntries(config, ObjectType.GROUP, wire);
        this.reader = new EntryReader(config, wire);
    }

    @Override
    public Outcome apply(Change change, Exchanges exchanges) {
        Secrets secrets = config.secrets().with(change);
        secrets.declare(exchanges);
        try {
            return secrets.mask(switch (change.objectType()) {
                case ACCOUNT -> accounts.apply(change, exchanges);
                case ORGANIZATION -> organizations.apply(change, exchanges);
                case GROUP -> groups.apply(change, exchanges);
            });
        } catch (Stopped stopped) {
            return secrets.mask(stopped.outcome());
        }
    }

    @Override
    public Reading read(ObjectType objectType, String name, Optional<String> remoteId, Exchanges exchanges) {
        config.secrets().declare(exchanges);
        return switch (objectType) {
            case ACCOUNT -> reader.read(name, remoteId, exchanges);
            case ORGANIZATION -> named(config.organizations(), name, remoteId, exchanges);
            case GROUP -> named(config.groupEntries(), name, remoteId, exchanges);
        };
    }

    private Reading named(Branch branch, String name, Optional<String> remoteId, Exchanges exchanges) {
        Reading reading = new NamedEntries(branch, wire).read(name, remoteId, exchanges);
        return reading instanceof Reading.Unknown(String message) ? new Reading.Unknown(config.secrets().mask(message)) : reading;
    }

    @Override
    public Listing list(int pageSize, AccountPages pages, Exchanges exchanges) {
        return list(pageSize, Set.of(), pages, exchanges);
    }

    @Override
    public Listing list(int pageSize, Set<String> attributes, AccountPages pages, Exchanges exchanges) {
        return list(ListedAccounts.of(config, attributes), pageSize, pages, exchanges);
    }

    @Override
    public Listing list(ObjectType objectType, int pageSize, ObjectPages pages, Exchanges exchanges) {
        return switch (objectType) {
            case ACCOUNT -> new Listing.Failed("Accounts are listed by themselves.");
            case ORGANIZATION -> list(new ListedBranch(config.organizations(), "organizations"), pageSize, pages, exchanges);
            case GROUP -> list(new ListedBranch(config.groupEntries(), "groups"), pageSize, pages, exchanges);
        };
    }

    private <T extends Listed> Listing list(Listable<T> listable, int pageSize, Pages<T> pages, Exchanges exchanges) {
        config.secrets().declare(exchanges);
        try {
            return config.secrets().mask(new EntryLister<>(listable, wire.connections()).list(pageSize, pages, exchanges));
        } catch (Stopped stopped) {
            return config.secrets().mask(new Listing.Failed(stopped.sentence()));
        }
    }

    @Override
    public Check check(Exchanges exchanges) {
        config.secrets().declare(exchanges);
        return new ConnectionCheck(config, wire.connections()).run(exchanges);
    }

    @Override
    public void close() {
        wire.close();
    }

    @Override
    public String toString() {
        return "LdapConnector[" + config.endpoint() + "]";
    }
}
