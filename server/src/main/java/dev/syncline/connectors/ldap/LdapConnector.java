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
import dev.syncline.connectors.Unsupported;
import java.util.Optional;

/** An open connection to one directory. */
final class LdapConnector implements Connector {

    private final LdapConfig config;
    private final LdapWire wire;
    private final AccountEntries accounts;
    private final EntryReader reader;

    LdapConnector(LdapConfig config, LdapWire wire) {
        this.config = config;
        this.wire = wire;
        this.accounts = new AccountEntries(config, wire);
        this.reader = new EntryReader(config, wire);
    }

    @Override
    public Outcome apply(Change change, Exchanges exchanges) {
        Secrets secrets = config.secrets().with(change);
        secrets.declare(exchanges);
        try {
            Unsupported.unlessAccount(change, "An LDAP connection");
            return secrets.mask(switch (change.action()) {
                case CREATE -> accounts.create(change, exchanges);
                case UPDATE -> accounts.update(change, exchanges);
                case DELETE -> accounts.delete(change, exchanges);
                case ENABLE, DISABLE -> accounts.enableOrDisable(change, exchanges);
            });
        } catch (Stopped stopped) {
            return secrets.mask(stopped.outcome());
        }
    }

    @Override
    public Reading read(ObjectType objectType, String name, Optional<String> remoteId, Exchanges exchanges) {
        if (objectType != ObjectType.ACCOUNT) {
            return new Reading.Unknown("An LDAP connection reads accounts only.");
        }
        config.secrets().declare(exchanges);
        return reader.read(name, remoteId, exchanges);
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
