package dev.syncline.access;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.secret.SealedColumn;
import dev.syncline.secret.SecretBox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second factor of administrators: codes of an authenticator (TOTP), and recovery codes for the day it is lost. */
@Service
class SecondFactors {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;

    private final SecondFactorRepository factors;
    private final SecretBox box;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(SecondFactorRepository factors, SecretBox box, Clock clock) {
        this.factors = factors;
        this.box = box;
        this.clock = clock;
    }

    @Bean
    static SealedColumn sealedSecondFactors() {
        return SealedColumn.of("second_factor", "sealed_secret", "administrator_id", "'second-factor:' || administrator_id");
    }

    /** @param since null without one */
    record State(@Nullable Instant since, int recoveryCodesLeft) {}

    /**
     * What an authenticator needs, shown once.
     *
     * @param secret in Base32 (RFC 4648), for typing
     * @param address otpauth: address of the Key URI Format
     * @param qrCode the address as SVG
     */
    record Enrolment(String secret, String address, String qrCode) {
        @Override
        public String toString() {
            return "Enrolment[]";
        }
    }

    State of(UUID administrator) {
        Instant since = factors.of(administrator).map(SecondFactorRepository.Kept::confirmedAt).orElse(null);
        return new State(since, since == null ? 0 : factors.recoveryCodesLeft(administrator));
    }

    boolean isOn(UUID person) {
        return of(person).since() != null;
    }

    /** It counts only once a code of it was given. */
    Enrolment begin(SignIn who) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        String typed = Base32.toBase32String(secret);
        if (!factors.begin(who.id(), box.seal(typed, context(who.id())), clock.instant())) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED_IN_STATE, "You have a second factor. Remove it before you set up another one.");
        }
        String address = "otpauth://totp/Syncline:" + encoded(who.userName()) + "?secret=" + typed + "&issuer=Syncline";
        return new Enrolment(typed, address, QrCodeSvg.of(address));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * A first right code: from now on codes are asked for.
     *
     * @return recovery codes, shown once and not stored
     */
    @Transactional
    public List<String> confirm(UUID administrator, String code) {
        if (isOn(administrator) || !useCode(administrator, plain(code))) {
            throw ProblemException.invalid("code",
                    "The code is wrong. Look whether the clocks of the authenticator and of this server agree, and send the one it shows now.");
        }
        factors.confirm(administrator, clock.instant());
        return newRecoveryCodes(administrator);
    }

    @Transactional
    public List<String> newRecoveryCodes(UUID administrator) {
        List<String> codes = Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
        factors.replaceRecoveryCodes(administrator, codes.stream().map(code -> Token.hash(plain(code))).toList());
        return codes;
    }

    private String recoveryCode() {
        byte[] bits = new byte[RECOVERY_BYTES];
        random.nextBytes(bits);
        String code = Base32.toBase32String(bits).toLowerCase(Locale.ROOT);
        return String.join("-", code.substring(0, 4), code.substring(4, 8), code.substring(8, 12), code.substring(12));
    }

    /** Takes a code of the authenticator or a recovery code; none counts twice. */
    @Transactional
    public boolean use(UUID administrator, String given) {
        String code = plain(given);
        return isOn(administrator) && (useCode(administrator, code) || factors.takeRecoveryCode(administrator, Token.hash(code), clock.instant()));
    }

    private boolean useCode(UUID administrator, String code) {
        return factors.of(administrator).map(kept -> {
            byte[] secret = Base32.decode(box.open(kept.sealedSecret(), context(administrator)));
            OptionalLong step = Totp.step(secret, code, clock.instant());
            return step.isPresent() && factors.take(administrator, step.getAsLong());
        }).orElse(false);
    }

    /** People type codes with spaces and hyphens. */
    private static String plain(String code) {
        return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    /** @return whether there was one */
    boolean remove(UUID administrator) {
        return factors.delete(administrator);
    }

    private static String context(UUID administrator) {
        return "second-factor:" + administrator;
    }
}
