package dev.syncline.database;

import dev.syncline.database.DatabaseConfiguration.Details;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the URL of an external database: JDBC's form, or libpq's {@code postgresql://user:password@host/database}. */
final class ExternalDatabase {

    private static final Pattern URL = Pattern.compile("(?:jdbc:)?postgres(?:ql)?:(?://(?:([^@/:]+)(?::([^@/]*))?@)?)?(.+)");

    private ExternalDatabase() {}

    /** @throws DatabaseException when it is none; the message does not repeat it, for it may hold a password */
    static Details parse(String url) {
        Matcher parts = URL.matcher(url.strip());
        if (!parts.matches()) {
            throw new DatabaseException("The database URL must look like jdbc:postgresql://HOST:PORT/DATABASE?user=USER&password=PASSWORD.");
        }
        String rest = url.contains("//") ? "//" + parts.group(3) : parts.group(3);
        return new Details("jdbc:postgresql:" + rest, decoded(parts.group(1)), decoded(parts.group(2)));
    }

    private static @Nullable String decoded(String part) {
        return part == null ? null : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
