package dev.syncline.connectors;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which addresses a connection may lead to. Whoever sets up a target, a token URL or a receiver chooses where this server sends something
 * and reads the answer; so addresses that mean something only to this machine and its host are refused: link-local ones with the cloud's
 * metadata services, unspecified and multicast ones, and loopback. Private networks are where targets live.
 *
 * @param allowed ranges that are allowed although they would be refused
 * @param refused further ranges that are refused
 */
public record Destinations(List<NetworkRange> allowed, List<NetworkRange> refused) {

    /** No connection makes sense there, whoever asks for it. */
    private static final List<NetworkRange> NEVER = ranges("0.0.0.0/8", "169.254.0.0/16", "100.100.100.200/32", "168.63.129.16/32", "192.0.0.192/32",
            "224.0.0.0/4", "255.255.255.255/32", "::/128", "fe80::/10", "fec0::/10", "fd00:ec2::254/128", "ff00::/8");

    private static final List<NetworkRange> LOOPBACK = ranges("127.0.0.0/8", "::1/128");

    private static final Map<String, List<NetworkRange>> WORDS = Map.of(
            "loopback", LOOPBACK,
            "private", ranges("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"),
            "link-local", ranges("169.254.0.0/16", "fe80::/10"));

    private static final Set<String> METADATA_NAMES =
            Set.of("metadata", "metadata.google.internal", "metadata.goog", "instance-data", "instance-data.ec2.internal");

    private static volatile Destinations current = new Destinations(LOOPBACK, List.of());

    /** What counts in this process. */
    public static Destinations current() {
        return current;
    }

    /** Said once, by the server that starts. */
    public static void install(Destinations destinations) {
        current = destinations;
    }

    /**
     * @param allow, refuse separated by commas: addresses, ranges ("10.1.0.0/16"), and the words loopback, private, link-local
     * @throws IllegalArgumentException naming what is none of these
     */
    public static Destinations of(String allow, String refuse) {
        return new Destinations(parsed(allow), Stream.concat(LOOPBACK.stream(), parsed(refuse).stream()).toList());
    }

    /**
     * Looks the host up and refuses it when any of its addresses is refused: which of them is used is not ours to choose. A name that is not
     * known is left to whoever connects.
     */
    public static void require(String host) throws RefusedDestination {
        Optional<String> named = current.complaint(host);
        if (named.isPresent()) {
            throw new RefusedDestination(named.get());
        }
        for (InetAddress address : addresses(host)) {
            require(host, address);
        }
    }

    /** The same for the address that is about to be connected to. */
    public static void require(String host, InetAddress address) throws RefusedDestination {
        if (!current.allows(address)) {
            throw new RefusedDestination(sentence(host, address));
        }
    }

    /** What is wrong with a host as it is written, without looking it up. */
    public Optional<String> complaint(String host) {
        String bare = bare(host);
        if (METADATA_NAMES.contains(bare)) {
            return Optional.of("The host " + host + " is a cloud's metadata service, which nothing may be sent to.");
        }
        return isLiteral(bare)
                ? addresses(bare).stream().filter(address -> !allows(address)).findFirst().map(address -> sentence(host, address))
                : Optional.empty();
    }

    public boolean allows(InetAddress address) {
        InetAddress inner = NetworkRange.embedded(address).orElse(address);
        return in(allowed, address) || in(allowed, inner)
                || !in(NEVER, address) && !in(NEVER, inner) && !in(refused, address) && !in(refused, inner);
    }

    /** Whether no name of this process's may lead there. */
    boolean isNever(InetAddress address) {
        InetAddress inner = NetworkRange.embedded(address).orElse(address);
        return (in(NEVER, address) || in(NEVER, inner)) && !in(allowed, address);
    }

    private static String sentence(String host, InetAddress address) {
        String at = address.getHostAddress();
        return "The host " + host + " leads to " + at + ", where nothing may be sent: it is an address of this machine itself, of its host, or of"
                + " many machines at once. If it is meant, an operator allows it with SYNCLINE_DESTINATIONS_ALLOW=" + at + ".";
    }

    private static boolean in(List<NetworkRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /** An address is written with digits and dots, or with colons; the older forms of a single number count too. */
    private static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0 || host.matches("(?i)[0-9.]+|0x[0-9a-f.x]+");
    }

    private static String bare(String host) {
        String bare = host.toLowerCase(Locale.ROOT);
        bare = bare.startsWith("[") && bare.endsWith("]") ? bare.substring(1, bare.length() - 1) : bare;
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private static List<InetAddress> addresses(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    private static List<NetworkRange> parsed(String list) {
        return Arrays.stream(list.split("[,\\s]+")).filter(item -> !item.isBlank())
                .flatMap(item -> Optional.ofNullable(WORDS.get(item.toLowerCase(Locale.ROOT)))
                        .orElseGet(() -> List.of(NetworkRange.of(item))).stream())
                .toList();
    }

    private static List<NetworkRange> ranges(String... ranges) {
        return Arrays.stream(ranges).map(NetworkRange::of).toList();
    }
}
