package dev.syncline.connectors.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Listed;
import dev.syncline.connector.Listing;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Pages;
import dev.syncline.connectors.PageWatch;
import dev.syncline.connectors.Stopped;
import org.jspecify.annotations.Nullable;

/**
 * Lists the entries below a base by simple paged results (RFC 2696). All pages travel on one connection: directories keep the
 * place where a page ended with it.
 */
final class EntryLister<T extends Listed> {

    private final Listable<T> listable;
    private final Connections connections;

    EntryLister(Listable<T> listable, Connections connections) {
        this.listable = listable;
        this.connections = connections;
    }

    Listing list(int pageSize, Pages<T> pages, Exchanges exchanges) throws Stopped {
        // On record before the connection is opened, which sends the credentials.
        Exchanges.Exchange first = exchanges.begin(LdapRecord.of(request(pageSize, null, null)));
        Connections.Lease lease = take(first);
        boolean usable = false;
        try {
            Listing listing = all(pageSize, new PageWatch<>(pages), lease.connection(), first, exchanges);
            usable = listing instanceof Listing.Complete;
            return listing;
        } finally {
            // One that was left off in the middle may still have entries under way.
            connections.release(lease, usable);
        }
    }

    private Listing all(int pageSize, PageWatch<T> watch, LDAPConnection connection, Exchanges.Exchange first, Exchanges exchanges)
            throws Stopped {
        ASN1OctetString cookie = null;
        do {
            ListedEntries<T> page = new ListedEntries<>(listable, pageSize, connection);
            SearchRequest request = request(pageSize, cookie, page);
            LDAPResult result = search(request, connection, cookie == null ? first : exchanges.begin(LdapRecord.of(request)));
            page.requireWithinLimit();
            LdapVerdict.require(answered(result), "Listing the " + listable.what() + " below " + listable.base());
            if (!watch.take(page.listed())) {
                return new Listing.LeftOff();
            }
            cookie = next(result);
        } while (cookie != null);
        return new Listing.Complete();
    }

    private Connections.Lease take(Exchanges.Exchange exchange) throws Stopped {
        try {
            return connections.takeFresh();
        } catch (LDAPException e) {
            exchange.broken("Nothing was sent: " + LdapVerdict.sentence(e.toLDAPResult()));
            throw new Stopped(LdapVerdict.noConnection(e.toLDAPResult()));
        } catch (RuntimeException e) {
            exchange.broken("Nothing was sent: " + e);
            throw e;
        }
    }

    private LDAPResult search(SearchRequest request, LDAPConnection connection, Exchanges.Exchange exchange) {
        try (var _ = connections.watch(connection)) {
            LDAPResult result = LdapWire.resultOf(on -> on.search(request), connection);
            LdapWire.end(exchange, result);
            return result;
        } catch (RuntimeException e) {
            exchange.broken("The request could not be carried out: " + e);
            throw e;
        }
    }

    private static LDAPResult answered(LDAPResult result) throws Stopped {
        if (result.getResultCode().isClientSideResultCode()) {
            throw new Stopped(new Outcome.Unclear("The directory's answer did not come: " + LdapVerdict.sentence(result)));
        }
        return result;
    }

    private SearchRequest request(int pageSize, @Nullable ASN1OctetString cookie, @Nullable ListedEntries<T> page) {
        var request = new SearchRequest(page, listable.base().toString(), SearchScope.SUB, listable.filter(), listable.attributes());
        request.addControl(new SimplePagedResultsControl(pageSize, cookie, true));
        return request;
    }

    /** Null after the last page. A directory that does not page gives all at once, which {@link ListedEntries} limits. */
    private static @Nullable ASN1OctetString next(LDAPResult result) throws Stopped {
        try {
            SimplePagedResultsControl control = result instanceof SearchResult found
                    ? SimplePagedResultsControl.get(found)
                    : null;
            return control == null || !control.moreResultsToReturn() ? null : control.getCookie();
        } catch (LDAPException e) {
            throw new Stopped(new Outcome.Unclear("The directory's paging cannot be read: " + LdapVerdict.sentence(e.toLDAPResult())));
        }
    }
}
