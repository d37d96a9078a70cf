package dev.syncline.connectors;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Addresses that begin alike (RFC 4632, RFC 4291 section 2.3).
 *
 * @param bits how many bits have to be the same
 */
public record NetworkRange(InetAddress first, int bits) {

    /**
     * @param text "10.1.0.0/16", "fd00::/8", or one address
     * @throws IllegalArgumentException when it is none
     */
    public static NetworkRange of(String text) {
        String[] parts = text.strip().split("/", 2);
        try {
            // ofLiteral never asks the network, as a host name would
            InetAddress first = InetAddress.ofLiteral(parts[0]);
            int most = first.getAddress().length * 8;
            int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > most) {
                throw new IllegalArgumentException(text);
            }
            return new NetworkRange(first, bits);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no address or range: write 10.1.2.3, 10.1.0.0/16, fd00::/8, or one of the words"
                    + " loopback, private, link-local.", e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        int whole = bits / 8;
        int rest = bits % 8;
        int mask = rest == 0 ? 0 : 0xff << 8 - rest & 0xff;
        return Arrays.equals(mine, 0, whole, other, 0, whole) && (rest == 0 || (mine[whole] & mask) == (other[whole] & mask));
    }

    /** The IPv4 address a translator or tunnel would make of it: NAT64 (RFC 6052), 6to4 (RFC 3056), IPv4-compatible (RFC 4291, 2.5.5.1). */
    static Optional<InetAddress> embedded(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return Optional.empty();
        }
        byte[] bytes = address.getAddress();
        boolean nat64 = NAT64.contains(address);
        boolean compatible = COMPATIBLE.contains(address) && !address.isLoopbackAddress() && !address.isAnyLocalAddress();
        if (nat64 || compatible) {
            return Optional.of(v4(Arrays.copyOfRange(bytes, 12, 16)));
        }
        return SIX_TO_FOUR.contains(address) ? Optional.of(v4(Arrays.copyOfRange(bytes, 2, 6))) : Optional.empty();
    }

    private static final NetworkRange NAT64 = of("64:ff9b::/96");
    private static final NetworkRange SIX_TO_FOUR = of("2002::/16");
    private static final NetworkRange COMPATIBLE = of("::/96");

    private static InetAddress v4(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
