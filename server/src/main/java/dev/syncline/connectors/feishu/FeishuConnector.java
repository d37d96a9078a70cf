package dev.syncline.connectors.feishu;

import dev.syncline.connector.AccountPages;
import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.Check;
import dev.syncline.connector.Connector;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Listing;
import dev.syncline.connector.ObjectPages;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Reading;
import dev.syncline.connector.Secrets;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.Unsupported;
import java.util.Optional;
import java.util.Set;

/** An open connection to one tenant of Feishu or Lark. */
final class FeishuConnector implements Connector {

    private static final String NO_GROUPS = "A Feishu connection takes user groups as permissions, not as objects of their own.";

    private final FeishuConfig config;
    private final FeishuService service;
    private final Users users;
    private final Departments departments;
    private final Lister lister;

    FeishuConnector(FeishuConfig config, FeishuService service) {
        DepartmentTree tree = new DepartmentTree(config, service);
        this.config = config;
        this.service = service;
        this.users = new Users(config, service);
        this.departments = new Departments(config, service, tree);
        this.lister = new Lister(config, service, tree);
    }

    @Override
    public Outcome apply(Change change, Exchanges exchanges) {
        Secrets secrets = config.secrets().with(change);
        secrets.declare(exchanges);
        try {
            return secrets.mask(switch (change.objectType()) {
                case ACCOUNT -> account(change, exchanges);
                case ORGANIZATION -> departments.apply(change, exchanges);
                case GROUP -> new Outcome.Refused(Unsupported.CODE, NO_GROUPS);
            });
        } catch (Stopped stopped) {
            return secrets.mask(stopped.outcome());
        }
    }

    private Outcome account(Change change, Exchanges exchanges) throws Stopped {
        return switch (change.action()) {
            case CREATE -> users.create(change, exchanges);
            case UPDATE -> users.update(change, exchanges);
            case DELETE -> users.delete(change, exchanges);
            case ENABLE, DISABLE -> users.freeze(change, change.action() == Action.DISABLE, exchanges);
        };
    }

    @Override
    public Reading read(ObjectType objectType, String name, Optional<String> remoteId, Exchanges exchanges) {
        config.secrets().declare(exchanges);
        try {
            return switch (objectType) {
                case ACCOUNT -> new UserReader(config, service).read(name, remoteId, exchanges);
                case ORGANIZATION -> departments.read(name, remoteId, exchanges);
                case GROUP -> new Reading.Unknown(NO_GROUPS);
            };
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
        config.secrets().declare(exchanges);
        try {
            return config.secrets().mask(lister.users(pageSize, attributes, pages, exchanges));
        } catch (Stopped stopped) {
            return config.secrets().mask(new Listing.Failed(stopped.sentence()));
        }
    }

    @Override
    public Listing list(ObjectType objectType, int pageSize, ObjectPages pages, Exchanges exchanges) {
        if (objectType != ObjectType.ORGANIZATION) {
            return new Listing.Failed(NO_GROUPS);
        }
        config.secrets().declare(exchanges);
        try {
            return config.secrets().mask(lister.departments(pageSize, pages, exchanges));
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
        return "FeishuConnector[" + config.openApis() + ", " + config.appId() + "]";
    }
}
