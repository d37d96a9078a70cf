package dev.syncline.connectors.ldap;

import dev.syncline.connector.AccountPages;
import dev.syncline.connector.Change;
import dev.syncline.connector.Check;
import dev.syncline.connector.Connector;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Listing;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Reading;
import dev.syncline.connector.Secrets;
import dev.syncline.connectors.Stopped;
import java.util.Optional;

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
        config.secrets().declare(exchanges);
        try {
            return config.secrets().mask(new EntryLister(config, wire.connections()).list(pageSize, pages, exchanges));
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
