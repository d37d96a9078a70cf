package dev.syncline.delivery;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A receiver may repeat a part of a secret alone: the token at the end of an address, the credentials of a header without their scheme. */
final class SecretParts {

    /** The last segment of a path, or a value of a query, that is shorter is a word of many sentences. */
    private static final int SHORTEST = 8;
    /** Other segments name things ("open-apis"), unless they are longer than names are. */
    private static final int LONGER_THAN_A_NAME = 16;

    /** RFC 9110, section 11.4. */
    private static final Pattern CREDENTIALS = Pattern.compile("([A-Za-z][A-Za-z0-9-]*) +(\\S+)");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");
    private static final String SIGNING_KEY = "whsec_";

    private SecretParts() {}

    /** The secrets and what they consist of. */
    static Set<String> of(Collection<String> secrets) {
        return secrets.stream().flatMap(secret -> Stream.concat(Stream.of(secret), parts(secret))).collect(Collectors.toSet());
    }

    private static Stream<String> parts(String secret) {
        if (ADDRESS.matcher(secret).matches()) {
            return ofAddress(secret);
        }
        if (secret.startsWith(SIGNING_KEY)) {
            return Stream.of(secret.substring(SIGNING_KEY.length()));
        }
        Matcher header = CREDENTIALS.matcher(secret);
        if (!header.matches()) {
            return Stream.empty();
        }
        String credentials = header.group(2);
        return Stream.concat(Stream.of(credentials), header.group(1).equalsIgnoreCase("Basic") ? ofBasic(credentials) : Stream.empty());
    }

    /** RFC 7617, section 2: user and password in Base64. */
    private static Stream<String> ofBasic(String credentials) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return Stream.of(pair, pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    private static Stream<String> ofAddress(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
        List<String> segments = List.of(uri.getRawPath().split("/"));
        String last = segments.isEmpty() ? "" : segments.getLast();
        Stream<String> path = segments.stream().filter(segment -> segment.length() >= (segment.equals(last) ? SHORTEST : LONGER_THAN_A_NAME));
        Stream<String> query = uri.getRawQuery() == null ? Stream.empty() : Arrays.stream(uri.getRawQuery().split("&"))
                .map(pair -> pair.substring(pair.indexOf('=') + 1))
                .filter(value -> value.length() >= SHORTEST);
        Stream<String> user = uri.getRawUserInfo() == null ? Stream.empty()
                : Stream.of(uri.getRawUserInfo(), uri.getRawUserInfo().substring(uri.getRawUserInfo().indexOf(':') + 1));
        return Stream.of(path, query, user).flatMap(parts -> parts).flatMap(part -> Stream.of(part, decoded(part)));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}
