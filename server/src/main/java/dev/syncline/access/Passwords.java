package dev.syncline.access;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.settings.Settings;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id (RFC 9106), by default with the parameters OWASP recommends: 19 MiB, two passes, one lane. Passwords are compared in Unicode's
 * form NFKC (NIST SP 800-63B section 3.1.1.2): keyboards write the same letters in different ways.
 */
@Component
class Passwords {

    static final int LONGEST = 200;

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private final Argon2PasswordEncoder argon2;
    /** Each hash takes its memory; a storm of sign-ins must not take the memory of the engine. */
    private final Semaphore places = new Semaphore(2, true);
    /** Made at the first sign-in, for a hash takes a tenth of a second that the start does not need. */
    private volatile @Nullable String nobodys;

    Passwords(Settings settings) {
        argon2 = new Argon2PasswordEncoder(16, 32, 1, settings.argon2().memory(), settings.argon2().passes());
    }

    String hash(String password) {
        return inTurn(() -> argon2.encode(normal(password)));
    }

    /** Whether the hash was made with lesser parameters than are asked for now. */
    boolean isWeaker(String hash) {
        return argon2.upgradeEncoding(hash);
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** Takes as long for an unknown user (hash null) as for a known one. */
    boolean matches(String password, @Nullable String hash) {
        String other = nobodys;
        if (other == null) {
            other = hash("nobody's");
            nobodys = other;
        }
        String compared = hash == null ? other : hash;
        boolean same = inTurn(() -> argon2.matches(normal(password), compared));
        return same && hash != null;
    }

    /** 20 letters without the ones that look alike: 100 bits. */
    static String generate() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(20, TimeUnit.SECONDS)) {
                throw new ProblemException(ErrorCode.TOO_MANY_REQUESTS, "Too many sign-ins at once. Try again in a minute.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
