package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.NameResolver;
import dev.syncline.connectors.Destinations;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Looks names up for a connection that is about to be made: the address that was looked at is the one that is used. */
final class GuardedNames extends NameResolver {

    @Override
    public InetAddress getByName(String host) throws UnknownHostException {
        InetAddress address = super.getByName(host);
        Destinations.require(host, address);
        return address;
    }

    @Override
    public InetAddress[] getAllByName(String host) throws UnknownHostException {
        InetAddress[] addresses = super.getAllByName(host);
        for (InetAddress address : addresses) {
            Destinations.require(host, address);
        }
        return addresses;
    }

    @Override
    public void toString(StringBuilder text) {
        text.append("GuardedNames()");
    }
}
