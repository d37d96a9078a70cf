package dev.syncline.integrity;

import dev.syncline.database.DatabaseException;
import dev.syncline.database.HomeDatabase;
import dev.syncline.secret.Seal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./syncline verify-log}: checks the chain without the server. Ends with 0 when everything is as it was sealed, with 1 when it is
 * not, with 2 when it could not be checked.
 */
public final class VerifyLog {

    private static final int ALTERED = 1;
    private static final int NOT_CHECKED = 2;

    private final VerifyOptions options;
    private final PrintStream out;

    private VerifyLog(VerifyOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] args) {
        System.exit(run(withEnvironment(List.of(args)), System.out));
    }

    /** A URL may hold a password: from the environment nobody else on the machine can read it. */
    private static String[] withEnvironment(List<String> given) {
        List<String> all = new ArrayList<>(given);
        String url = System.getenv("SYNCLINE_DATABASE_URL");
        String home = System.getenv("SYNCLINE_HOME");
        if (url != null && !url.isBlank() && Stream.of("--database-url", "--export", "--home").noneMatch(given::contains)) {
            all.addAll(List.of("--database-url", url));
        }
        if (home != null && !home.isBlank() && !given.contains("--home")) {
            all.addAll(List.of("--home", home));
        }
        return all.toArray(String[]::new);
    }

    /** @return the exit code */
    public static int run(String[] args, PrintStream out) {
        try {
            return new VerifyLog(VerifyOptions.of(args), out).run();
        } catch (IllegalArgumentException | DatabaseException | IOException | SQLException | GeneralSecurityException e) {
            out.println("syncline: " + e.getMessage());
            return NOT_CHECKED;
        }
    }

    private int run() throws IOException, SQLException, GeneralSecurityException {
        if (options.export() != null) {
            return verify(new EvidenceFile(options.export()));
        }
        try (HomeDatabase database = database();
                DatabaseEvidence evidence = new DatabaseEvidence(database.connect())) {
            if (options.write() == null) {
                return verify(evidence);
            }
            EvidenceFile.write(evidence, options.write());
            out.println("Written to " + options.write() + ".");
            return 0;
        }
    }

    private HomeDatabase database() {
        return options.databaseUrl() == null
                ? HomeDatabase.in(Objects.requireNonNull(options.home(), "one of the three was said"))
                : HomeDatabase.at(options.databaseUrl());
    }

    private int verify(Evidence evidence) throws IOException, SQLException, GeneralSecurityException {
        Seal.Check signatures = signatures();
        Checkpoint checkpoint = checkpoint();
        Report report = new Report(out);
        new Verification(signatures, checkpoint, report).run(evidence);
        if (signatures == null) {
            out.println("Signatures were not checked: give the public keys with --public-key, or the folder they lie in with --home.");
        }
        return report.isGood() ? 0 : ALTERED;
    }

    private @Nullable Checkpoint checkpoint() throws IOException {
        try {
            return options.checkpoint() == null ? null
                    : JsonMapper.builder().build().readValue(Files.readString(options.checkpoint()), Checkpoint.class);
        } catch (JacksonException e) {
            throw new IOException("The file " + options.checkpoint() + " is no checkpoint, as GET /api/v1/integrity/checkpoint answers it.", e);
        }
    }

    private Seal.@Nullable Check signatures() throws IOException, GeneralSecurityException {
        if (options.publicKey() != null) {
            return Seal.check(Files.readString(options.publicKey()));
        }
        Path own = options.home() == null ? null : options.home().resolve(Seal.FILE);
        return own == null || !Files.isReadable(own) ? null : Seal.check(Seal.publicHalf(Files.readString(own)));
    }
}
