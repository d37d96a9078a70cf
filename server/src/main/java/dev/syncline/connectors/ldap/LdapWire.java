package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ReadOnlyLDAPRequest;
import com.unboundid.ldap.sdk.SearchRequest;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;

/** Sends one request at a time, each on record before it leaves and when it is answered. */
final class LdapWire implements AutoCloseable {

    private final Connections connections;

    LdapWire(Connections connections) {
        this.connections = connections;
    }

    /** One operation of the SDK on a connection. */
    interface Operation {
        LDAPResult on(LDAPConnection connection) throws LDAPException;
    }

    LDAPResult add(AddRequest request, Exchanges exchanges) throws Stopped {
        return send(request, connection -> connection.add(request), exchanges);
    }

    LDAPResult modify(ModifyRequest request, Exchanges exchanges) throws Stopped {
        return send(request, connection -> connection.modify(request), exchanges);
    }

    LDAPResult rename(ModifyDNRequest request, Exchanges exchanges) throws Stopped {
        return send(request, connection -> connection.modifyDN(request), exchanges);
    }

    LDAPResult delete(DeleteRequest request, Exchanges exchanges) throws Stopped {
        return send(request, connection -> connection.delete(request), exchanges);
    }

    /** The answer is a {@link com.unboundid.ldap.sdk.SearchResult}, or a plain result when the directory refused. */
    LDAPResult search(SearchRequest request, Exchanges exchanges) throws Stopped {
        return send(request, connection -> connection.search(request), exchanges);
    }

    Connections connections() {
        return connections;
    }

    /**
     * The directory's answer, whatever it says.
     *
     * @throws Stopped when there was none
     */
    private LDAPResult send(ReadOnlyLDAPRequest request, Operation operation, Exchanges exchanges) throws Stopped {
        Exchanges.Exchange exchange = exchanges.begin(LdapRecord.of(request));
        Connections.Lease lease = take(exchange);
        LDAPResult result = perform(operation, lease, exchange);
        end(exchange, result);
        if (lease.reused() && LdapVerdict.closed(result)) {
            return sendAgain(request, operation, exchanges);
        }
        return answer(result);
    }

    /**
     * The directory had closed the connection while it idled, or closed it on our request: that cannot be told apart. Every
     * request of ours may be repeated, so it is, on a new connection; when there is none, the first one's effect stays unknown.
     */
    private LDAPResult sendAgain(ReadOnlyLDAPRequest request, Operation operation, Exchanges exchanges) throws Stopped {
        connections.forgetIdle();
        Exchanges.Exchange exchange = exchanges.begin(LdapRecord.of(request));
        try {
            LDAPResult result = perform(operation, take(exchange), exchange);
            end(exchange, result);
            return answer(result);
        } catch (Stopped stopped) {
            throw stopped.outcome() instanceof Outcome.Unavailable(String message) ? new Stopped(new Outcome.Unclear(
                    "The connection broke after the request was sent, and no other could be had. " + message)) : stopped;
        }
    }

    private static LDAPResult answer(LDAPResult result) throws Stopped {
        if (result.getResultCode().isClientSideResultCode()) {
            throw new Stopped(new Outcome.Unclear(
                    "The directory's answer did not come, so it is not known whether it did it: " + LdapVerdict.sentence(result)));
        }
        return result;
    }

    private Connections.Lease take(Exchanges.Exchange exchange) throws Stopped {
        try {
            return connections.take();
        } catch (LDAPException e) {
            exchange.broken("Nothing was sent: " + LdapVerdict.sentence(e));
            throw new Stopped(LdapVerdict.noConnection(e));
        } catch (RuntimeException e) {
            exchange.broken("Nothing was sent: " + e);
            throw e;
        }
    }

    private LDAPResult perform(Operation operation, Connections.Lease lease, Exchanges.Exchange exchange) {
        boolean usable = false;
        try (var _ = connections.watch(lease.connection())) {
            LDAPResult result = resultOf(operation, lease.connection());
            usable = !result.getResultCode().isClientSideResultCode();
            return result;
        } catch (RuntimeException e) {
            exchange.broken("The request could not be carried out: " + e);
            throw e;
        } finally {
            connections.release(lease, usable);
        }
    }

    static void end(Exchanges.Exchange exchange, LDAPResult result) {
        if (result.getResultCode().isClientSideResultCode()) {
            exchange.broken(LdapVerdict.sentence(result));
        } else {
            exchange.answered(LdapRecord.of(result));
        }
    }

    static LDAPResult resultOf(Operation operation, LDAPConnection connection) {
        try {
            return operation.on(connection);
        } catch (LDAPSearchException e) {
            return e.getSearchResult();
        } catch (LDAPException e) {
            return e.toLDAPResult();
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
