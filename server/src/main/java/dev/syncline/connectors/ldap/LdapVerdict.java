package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.RefusedDestination;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.TlsFailure;

/** What a result code (RFC 4511, appendix A) means for the task. */
final class LdapVerdict {

    private LdapVerdict() {}

    /** Number and name: "68 entryAlreadyExists". */
    static String code(LDAPResult result) {
        return result.getResultCode().intValue() + " " + camel(result.getResultCode());
    }

    /** Code, diagnostic message and how far the DN was known, in one sentence. */
    static String sentence(LDAPResult result) {
        String diagnostic = result.getDiagnosticMessage();
        String said = diagnostic == null || diagnostic.isBlank() ? code(result) : code(result) + ": " + plain(diagnostic);
        String matched = result.getMatchedDN();
        return matched == null || matched.isBlank() ? said : said + " (exists up to " + matched + ")";
    }

    /** What the SDK says of its own appends the exception as a program prints it. */
    private static String plain(String diagnostic) {
        return diagnostic.replaceAll("(?s):?\\s+(IOException|LDAPException|java\\.)[(a-z].*", "").strip();
    }

    /** @throws Stopped unless the directory did it */
    static void require(LDAPResult result, String what) throws Stopped {
        if (!is(result, ResultCode.SUCCESS)) {
            throw stopped(result, what);
        }
    }

    /** @param what was tried, as the beginning of a sentence: "Adding uid=ada" */
    static Stopped stopped(LDAPResult result, String what) {
        return new Stopped(outcome(result, what + " failed. The directory said " + sentence(result)));
    }

    static boolean is(LDAPResult result, ResultCode code) {
        return result.getResultCode().equals(code);
    }

    /** Whether the connection was closed under the request, as happens to one that idled. */
    static boolean closed(LDAPResult result) {
        return is(result, ResultCode.SERVER_DOWN);
    }

    /**
     * Busy, unavailable and a time limit of the server's own leave nothing done and pass by themselves; an administrative limit
     * stays until someone raises it, like every other refusal.
     */
    private static Outcome outcome(LDAPResult result, String sentence) {
        return switch (result.getResultCode().intValue()) {
            case ResultCode.BUSY_INT_VALUE, ResultCode.UNAVAILABLE_INT_VALUE, ResultCode.TIME_LIMIT_EXCEEDED_INT_VALUE ->
                new Outcome.Unavailable(sentence);
            default -> new Outcome.Refused(code(result), sentence);
        };
    }

    /** The same when an address may not be connected to, which no repetition changes. */
    static Outcome noConnection(LDAPException failure) {
        if (RefusedDestination.sentence(failure).isPresent()) {
            return new Outcome.Invalid(sentence(failure) + ".");
        }
        return TlsFailure.sentence(failure).isPresent()
                ? new Outcome.Unavailable("The directory could not be used: " + sentence(failure) + ".")
                : noConnection(failure.toLDAPResult());
    }

    /** Why no connection came about; without the full stop. */
    static String sentence(LDAPException failure) {
        return RefusedDestination.sentence(failure)
                .or(() -> TlsFailure.sentence(failure))
                .map(known -> known.replaceFirst("\\.$", ""))
                .orElseGet(() -> sentence(failure.toLDAPResult()));
    }

    /** The connection could not be opened or signed in; nothing of the request was sent. */
    static Outcome noConnection(LDAPResult result) {
        String sentence = "The directory could not be used: " + sentence(result);
        if (result.getResultCode().isClientSideResultCode()) {
            return new Outcome.Unavailable(sentence);
        }
        return outcome(result, sentence + ". Check the bind DN and the password.");
    }

    /** The SDK says "entry already exists" where the standard says "entryAlreadyExists". */
    private static String camel(ResultCode code) {
        var name = new StringBuilder();
        for (String word : code.getName().split("[ -]")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
