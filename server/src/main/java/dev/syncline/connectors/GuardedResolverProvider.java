package dev.syncline.connectors;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes addresses that are never connected to out of what names lead to, for the whole process. So a name that led elsewhere when it was
 * looked at (DNS rebinding) cannot lead there when it is connected to.
 */
public final class GuardedResolverProvider extends InetAddressResolverProvider {

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver usual = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                return allowed(host, usual.lookupByName(host, policy).toList());
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return usual.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "guarded";
    }

    static Stream<InetAddress> allowed(String host, List<InetAddress> found) throws UnknownHostException {
        List<InetAddress> allowed = found.stream().filter(address -> !Destinations.current().isNever(address)).toList();
        if (allowed.isEmpty() && !found.isEmpty()) {
            throw new RefusedDestination("The host " + host + " leads to " + found.getFirst().getHostAddress() + ", where nothing may be sent.");
        }
        return allowed.stream();
    }
}
