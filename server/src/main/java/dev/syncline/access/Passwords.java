package dev.syncline.access;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id (RFC 9106) with the parameters OWASP recommends: 19 MiB, two passes, one lane. */
@Component
class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    /** Each hash takes 19 MiB; a storm of sign-ins must not take the memory of the engine. */
    private final Semaphore places = new Semaphore(2, true);
    /** Made at the first sign-in, for a hash takes a tenth of a second that the start does not need. */
    private volatile String nobodys;

    String hash(String password) {
        return inTurn(() -> argon2.encode(password));
    }

    /** Takes as long for an unknown user (hash null) as for a known one. */
    boolean matches(String password, String hash) {
        if (nobodys == null) {
            nobodys = hash("nobody's");
        }
        boolean same = inTurn(() -> argon2.matches(password, hash == null ? nobodys : hash));
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
