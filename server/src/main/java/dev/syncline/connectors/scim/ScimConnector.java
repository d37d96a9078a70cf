package dev.syncline.connectors.scim;

import dev.syncline.connector.Action;
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
import dev.syncline.connectors.Unsupported;
import java.util.Optional;
import java.util.Set;

/** An open connection to one SCIM service. */
final class ScimConnector implements Connector {

    private final ScimConfig config;
    private final ScimService service;
    private final Users users;
    private final GroupResources groups;

    ScimConnector(ScimConfig config, ScimService service) {
        this.config = config;
        this.service = service;
        this.users = new Users(config, service);
        this.groups = new GroupResources(config, service);
    }

    @Override
    public Outcome apply(Change change, Exchanges exchanges) {
        Secrets secrets = config.secrets().with(change);
        secrets.declare(exchanges);
        try {
            if (change.objectType() == ObjectType.GROUP) {
                return secrets.mask(groups.apply(change, exchanges));
            }
            Unsupported.unlessAccount(change, "A SCIM connection");
            return secrets.mask(switch (change.action()) {
                case CREATE -> users.create(change, exchanges);
                case UPDATE -> users.update(change, exchanges);
                case DELETE -> users.delete(change, exchanges);
                case ENABLE, DISABLE -> users.activate(change, change.action() == Action.ENABLE, exchanges);
            });
        } catch (Stopped stopped) {
            return secrets.mask(stopped.outcome());
        }
    }

    @Override
    public Reading read(ObjectType objectType, String name, Optional<String> remoteId, Exchanges exchanges) {
        if (objectType == ObjectType.ORGANIZATION) {
            return new Reading.Unknown("A SCIM connection reads accounts and groups only.");
        }
        config.secrets().declare(exchanges);
        try {
            return objectType == ObjectType.GROUP
                    ? groups.read(name, remoteId, exchanges)
                    : new UserReader(service).read(name, remoteId, exchanges);
        } catch (Stopped stopped) {
            return new Reading.Unknown(config.secrets().mask(stopped.sentence()));
        }
    }

    @Override
    public Listing list(int pageSize, AccountPages pages, Exchanges exchanges) {
        return list(pageSize, Set.of(), pages, exchanges);
    }

    @Override
    public Listing list(int pageSize, Set<String> attributes, AccountPages pages, Exchanges exchanges) {
        return list(new ListedUsers(config.lastSignIn(), attributes), pageSize, pages, exchanges);
    }

    @Override
    public Listing list(ObjectType objectType, int pageSize, ObjectPages pages, Exchanges exchanges) {
        return objectType == ObjectType.GROUP
                ? list(new ListedGroups(), pageSize, pages, exchanges)
                : new Listing.Failed("A SCIM connection lists accounts and groups only.");
    }

    private <T extends Listed> Listing list(Listable<T> listable, int pageSize, Pages<T> pages, Exchanges exchanges) {
        config.secrets().declare(exchanges);
        try {
            return config.secrets().mask(new ResourceLister<>(service, listable).list(pageSize, pages, exchanges));
        } catch (Stopped stopped) {
            return config.secrets().mask(new Listing.Failed(stopped.sentence()));
        }
    }

    @Override
    public Check check(Exchanges exchanges) {
        config.secrets().declare(exchanges);
        Check check = new ConnectionCheck(config, service).run(exchanges);
        return new Check(check.ok(), config.secrets().mask(check.message()));
    }

    @Override
    public void close() {
        service.close();
    }

    @Override
    public String toString() {
        return "ScimConnector[" + config.baseUrl() + "]";
    }
}
