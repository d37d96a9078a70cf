package dev.syncline.integrity;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code ./syncline verify-log} was told. Each null where it was not said. */
record VerifyOptions(@Nullable Path home, @Nullable String databaseUrl, @Nullable Path export, @Nullable Path write, @Nullable Path publicKey,
        @Nullable Path checkpoint) {

    private static final Set<String> KNOWN = Set.of("--home", "--database-url", "--export", "--write", "--public-key", "--checkpoint");

    /** @throws IllegalArgumentException with a sentence */
    static VerifyOptions of(String[] args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!KNOWN.contains(args[i])) {
                throw new IllegalArgumentException("verify-log knows no '" + args[i] + "'. It knows " + String.join(", ", KNOWN.stream().sorted().toList()) + ".");
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value.");
            }
            given.put(args[i], args[i + 1]);
        }
        VerifyOptions options = new VerifyOptions(path(given, "--home"), given.get("--database-url"), path(given, "--export"),
                path(given, "--write"), path(given, "--public-key"), path(given, "--checkpoint"));
        if (options.home == null && options.databaseUrl == null && options.export == null) {
            throw new IllegalArgumentException("Say what to check: --home DIR, --database-url URL or --export FILE.");
        }
        return options;
    }

    private static @Nullable Path path(Map<String, String> given, String name) {
        return given.containsKey(name) ? Path.of(given.get(name)) : null;
    }
}
