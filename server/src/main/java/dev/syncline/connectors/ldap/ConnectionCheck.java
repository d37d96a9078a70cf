package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import dev.syncline.connector.Check;
import dev.syncline.connector.Exchanges;

/** Connects anew, signs in and looks for the base of accounts, so that what is wrong can be told apart. */
final class ConnectionCheck {

    private final LdapConfig config;
    private final Connections connections;

    ConnectionCheck(LdapConfig config, Connections connections) {
        this.config = config;
        this.connections = connections;
    }

    Check run(Exchanges exchanges) {
        Exchanges.Exchange bind = exchanges.begin(LdapRecord.bind(config.bindDn()));
        try (LDAPConnection connection = connections.connect()) {
            LDAPResult bound = bind(connection);
            LdapWire.end(bind, bound);
            return LdapVerdict.is(bound, ResultCode.SUCCESS) ? lookForBase(connection, exchanges) : bindFailed(bound);
        } catch (LDAPException e) {
            String sentence = LdapVerdict.sentence(e);
            bind.broken(config.secrets().mask(sentence));
            return failed("No connection to %s: %s. Check the URL and that the directory runs.".formatted(config.endpoint(), sentence));
        }
    }

    private LDAPResult bind(LDAPConnection connection) {
        try (var _ = connections.watch(connection)) {
            return connection.bind(connections.bindRequest());
        } catch (LDAPException e) {
            return e.toLDAPResult();
        }
    }

    private Check bindFailed(LDAPResult result) {
        return failed("The directory does not let %s in: %s. Check the bind DN and the password."
                .formatted(config.bindDn(), LdapVerdict.sentence(result)));
    }

    private Check lookForBase(LDAPConnection connection, Exchanges exchanges) {
        var request = new SearchRequest(
                config.baseDn().toString(), SearchScope.BASE, Filter.createPresenceFilter("objectClass"), "1.1");
        Exchanges.Exchange search = exchanges.begin(LdapRecord.of(request));
        LDAPResult result = search(connection, request);
        LdapWire.end(search, result);
        if (LdapVerdict.is(result, ResultCode.SUCCESS)) {
            return new Check(true, "Signed in to %s as %s and found %s.".formatted(config.endpoint(), config.bindDn(), config.baseDn()));
        }
        return failed("Signed in, but the base of accounts %s cannot be read: %s. Check the base DN and the rights of the bind DN."
                .formatted(config.baseDn(), LdapVerdict.sentence(result)));
    }

    private LDAPResult search(LDAPConnection connection, SearchRequest request) {
        try (var _ = connections.watch(connection)) {
            return connection.search(request);
        } catch (LDAPSearchException e) {
            return e.getSearchResult();
        }
    }

    private Check failed(String message) {
        return new Check(false, config.secrets().mask(message));
    }
}
