package dev.syncline.connectors.rest;

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
import dev.syncline.connectors.http.HttpReply;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An open connection to one REST application. */
final class RestConnector implements Connector {

    private final RestConfig config;
    private final RestService service;
    private final RestAccounts accounts;

    RestConnector(RestConfig config, RestService service) {
        this.config = config;
        this.service = service;
        this.accounts = new RestAccounts(config, service);
    }

    @Override
    public Outcome apply(Change change, Exchanges exchanges) {
        Secrets secrets = config.secrets().with(change);
        secrets.declare(exchanges);
        try {
            Unsupported.unlessAccount(change, "A REST connection");
            return secrets.mask(switch (change.action()) {
                case CREATE -> accounts.create(change, exchanges);
                case UPDATE -> accounts.update(change, exchanges);
                case DELETE, ENABLE, DISABLE -> accounts.change(change, exchanges);
            });
        } catch (Stopped stopped) {
            return secrets.mask(stopped.outcome());
        }
    }

    @Override
    public boolean enablesWith(Change change) {
        return accounts.enablesWith(change);
    }

    @Override
    public Reading read(ObjectType objectType, String name, Optional<String> remoteId, Exchanges exchanges) {
        if (objectType != ObjectType.ACCOUNT) {
            return new Reading.Unknown("A REST connection reads accounts only.");
        }
        config.secrets().declare(exchanges);
        try {
            Optional<JsonNode> account = remoteId.isPresent() && config.read().isPresent()
                    ? byId(config.read().get(), name, remoteId.get(), exchanges)
                    : byName(name, exchanges);
            return account.map(found -> found(found, name)).orElseGet(Reading.Gone::new);
        } catch (Stopped stopped) {
            return new Reading.Unknown(config.secrets().mask(stopped.sentence()));
        }
    }

    private Optional<JsonNode> byId(RequestTemplate read, String name, String id, Exchanges exchanges) throws Stopped {
        HttpReply reply = service.send(read, Map.of("name", name, "remoteId", id), exchanges);
        return service.gone(reply) ? Optional.empty() : Optional.of(service.json(reply, "Reading " + name));
    }

    private Optional<JsonNode> byName(String name, Exchanges exchanges) throws Stopped {
        RequestTemplate find = config.find().orElseThrow(() -> Stopped.refused(
                Unsupported.CODE, "This connection cannot read accounts. Set \"read.url\" and \"find.url\"."));
        return service.find(find, name, exchanges);
    }

    private Reading found(JsonNode account, String name) {
        return config.shape().idIn(account, name)
                .<Reading>map(id -> new Reading.Found(
                        id, config.shape().enabledIn(account), config.shape().attributesIn(account), config.shape().permissionsIn(account)))
                .orElseGet(() -> new Reading.Unknown("The answer is no account: it has no id where \"idPointer\" says."));
    }

    @Override
    public Listing list(int pageSize, AccountPages pages, Exchanges exchanges) {
        return list(pageSize, Set.of(), pages, exchanges);
    }

    @Override
    public Listing list(int pageSize, Set<String> attributes, AccountPages pages, Exchanges exchanges) {
        config.secrets().declare(exchanges);
        try {
            return config.secrets().mask(new AccountLister(config, service).list(pageSize, attributes, pages, exchanges));
        } catch (Stopped stopped) {
            return config.secrets().mask(new Listing.Failed(stopped.sentence()));
        }
    }

    @Override
    public Check check(Exchanges exchanges) {
        config.secrets().declare(exchanges);
        Optional<RequestTemplate> request = config.check().or(config::find);
        if (request.isEmpty()) {
            return new Check(false, "There is nothing to check the connection with. Set \"check.url\" or \"find.url\".");
        }
        try {
            HttpReply reply = service.send(request.get(), Map.of("name", "syncline-connection-check"), exchanges);
            if (config.check().isPresent() || !service.gone(reply)) {
                service.json(reply, "The check");
            }
            return new Check(true, "The application at " + config.baseUrl() + " answers and takes the credentials.");
        } catch (Stopped stopped) {
            return new Check(false, config.secrets().mask(stopped.sentence() + " Check the base URL and the credentials."));
        }
    }

    @Override
    public void close() {
        service.close();
    }

    @Override
    public String toString() {
        return "RestConnector[" + config.baseUrl() + "]";
    }
}
