package dev.syncline.access;

import dev.syncline.problem.ProblemException;
import java.util.Locale;

/** Length is what counts (NIST SP 800-63B section 3.1.1.2): no rules about kinds of letters. */
final class PasswordRule {

    private PasswordRule() {}

    static void check(String wanted, String current, String userName) {
        if (wanted.length() < Passwords.SHORTEST || wanted.length() > Passwords.LONGEST) {
            throw refused("The new password must have " + Passwords.SHORTEST + " to " + Passwords.LONGEST + " characters.");
        }
        if (wanted.equals(current)) {
            throw refused("The new password must differ from the current one.");
        }
        if (wanted.toLowerCase(Locale.ROOT).contains(userName.toLowerCase(Locale.ROOT)) && wanted.length() < userName.length() + Passwords.SHORTEST) {
            throw refused("The new password is built from the user name. Choose one that nobody would guess.");
        }
        if (wanted.chars().distinct().count() < 5) {
            throw refused("The new password repeats too few characters. Choose one that nobody would guess.");
        }
    }

    private static ProblemException refused(String sentence) {
        return ProblemException.invalid("newPassword", sentence);
    }
}
