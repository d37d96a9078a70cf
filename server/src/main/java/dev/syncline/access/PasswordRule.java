package dev.syncline.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.syncline.problem.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Length is what counts, and that nobody guesses it (NIST SP 800-63B section 3.1.1.2): no rules about kinds of letters. How many guesses
 * a password takes is estimated from lists of common ones, words, names, keyboard patterns and repetitions.
 */
@Component
class PasswordRule {

    /** As a power of ten: below it even a slow hash gives in to whoever guesses offline. */
    private static final double GUESSES = 8;
    /** The estimate of longer texts takes long, and says nothing new. */
    private static final int ESTIMATED = 60;

    private final SignInPolicyRepository policies;
    private final Zxcvbn estimate = new Zxcvbn();

    PasswordRule(SignInPolicyRepository policies) {
        this.policies = policies;
    }

    /** @throws ProblemException INVALID_INPUT with a sentence that says what is wrong with the new password */
    void check(String wanted, String current, SignIn who) {
        int shortest = policies.read().shortestPassword();
        if (wanted.codePointCount(0, wanted.length()) < shortest || wanted.length() > Passwords.LONGEST) {
            throw refused("The new password must have " + shortest + " to " + Passwords.LONGEST + " characters.");
        }
        if (wanted.equals(current)) {
            throw refused("The new password must differ from the current one.");
        }
        List<String> names = names(who);
        if (isBuiltFrom(names, wanted, shortest)) {
            throw refused("The new password is built from your name. Choose one that nobody would guess.");
        }
        if (estimate.measure(wanted.substring(0, Math.min(wanted.length(), ESTIMATED)), names).getGuessesLog10() < GUESSES) {
            throw refused("The new password is a common one, or too easy to guess. Some words that do not belong together are a good one.");
        }
    }

    /** What is left without the names has to be long enough by itself. */
    private static boolean isBuiltFrom(List<String> names, String wanted, int shortest) {
        String left = wanted.toLowerCase(Locale.ROOT);
        for (String name : names) {
            left = left.replace(name, "");
        }
        return left.length() < wanted.length() && left.strip().length() < shortest;
    }

    private static List<String> names(SignIn who) {
        return Stream.concat(Stream.of("syncline", who.userName(), who.displayName()), Stream.of(who.displayName().split("\\W+")))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.length() > 2)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static ProblemException refused(String sentence) {
        return ProblemException.invalid("newPassword", sentence);
    }
}
