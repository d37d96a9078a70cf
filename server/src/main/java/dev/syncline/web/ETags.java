package dev.syncline.web;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as strong entity tags (RFC 9110 section 8.8.3), so that nobody overwrites what another changed meanwhile. */
public final class ETags {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    private ETags() {}

    /** The value of the ETag header. */
    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /**
     * The version a client wants to change, from its If-Match header.
     *
     * @throws ProblemException VERSION_REQUIRED without the header, INVALID_INPUT when it is not one of our tags
     */
    public static int required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(ErrorCode.VERSION_REQUIRED,
                    "Send the header If-Match with the ETag of the version you read, so that no other change is overwritten.");
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw ProblemException.invalid("If-Match", "If-Match must be one ETag as it was sent, such as \"3\", not " + ifMatch + ".");
        }
        return Integer.parseInt(tag.group(1));
    }

    /**
     * @param what the object, for the sentence: "The application Payroll"
     * @throws ProblemException VERSION_MISMATCH when the stored version is another
     */
    public static void match(int wanted, int stored, String what) {
        if (wanted != stored) {
            throw mismatch(what);
        }
    }

    /** For an update that found no row of the wanted version. */
    public static ProblemException mismatch(String what) {
        return new ProblemException(ErrorCode.VERSION_MISMATCH,
                what + " was changed by someone else meanwhile. Read it again, and repeat your change on what is there now.");
    }
}
