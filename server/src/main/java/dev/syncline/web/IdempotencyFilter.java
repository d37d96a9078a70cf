package dev.syncline.web;

import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.web.IdempotencyRepository.Kept;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST that is repeated with the same Idempotency-Key is done once: the repetition gets the first answer again (IETF draft
 * "The Idempotency-Key HTTP Header Field"). Keys belong to the caller and are forgotten after 24 hours.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST_KEY = 200;
    private static final int LARGEST_ANSWER = 1 << 20;

    private final IdempotencyRepository keys;
    private final KeptHeaders keptHeaders;
    private final ProblemWriter problems;
    private final Clock clock;

    IdempotencyFilter(IdempotencyRepository keys, KeptHeaders keptHeaders, ProblemWriter problems, Clock clock) {
        this.keys = keys;
        this.keptHeaders = keptHeaders;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || request.getHeader(HEADER) == null || !request.getRequestURI().startsWith("/api/v1/")
                || ActorArgument.current() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            RepeatableRequest repeatable = RepeatableRequest.of(request);
            Use use = new Use(owner(), key(request));
            Instant now = clock.instant();
            if (keys.take(use.owner(), use.key(), repeatable.hash(), now, now.minus(KEPT))) {
                doFirst(use, repeatable.request(), response, chain);
            } else {
                repeat(use, repeatable.hash(), response);
            }
        } catch (ProblemException refused) {
            problems.write(refused, request, response);
        } catch (BodyLimit.TooLarge tooLarge) {
            problems.write(BodyLimit.refusal(), request, response);
        }
    }

    private record Use(String owner, String key) {}

    private static String owner() {
        Actor actor = Objects.requireNonNull(ActorArgument.current(), "whoever is not signed in is not filtered");
        return actor.kind() + ":" + actor.id();
    }

    private static String key(HttpServletRequest request) {
        String key = request.getHeader(HEADER).strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw ProblemException.invalid(HEADER, HEADER + " must have 1 to " + LONGEST_KEY + " characters; a UUID is a good one.");
        }
        return key;
    }

    /** Whatever did not take effect for sure is forgotten, so that the client may try again with the same key. */
    private void doFirst(Use use, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper recording = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, recording);
            answered = !request.isAsyncStarted();
        } finally {
            if (answered && worthKeeping(recording)) {
                keep(use, request, recording);
            } else {
                keys.release(use.owner(), use.key());
            }
        }
        recording.copyBodyToResponse();
    }

    private static boolean worthKeeping(ContentCachingResponseWrapper answer) {
        int status = answer.getStatus();
        return status < 500 && status != 401 && status != 403 && status != 429 && answer.getContentSize() <= LARGEST_ANSWER;
    }

    private void keep(Use use, HttpServletRequest request, ContentCachingResponseWrapper answer) {
        if (showsSecret(request) && answer.getStatus() < 400) {
            keys.keep(use.owner(), use.key(), answer.getStatus(), null, null);
        } else {
            String body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
            keys.keep(use.owner(), use.key(), answer.getStatus(), keptHeaders.write(answer), body);
        }
    }

    private static boolean showsSecret(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                && handler.hasMethodAnnotation(OneTimeSecret.class);
    }

    private void repeat(Use use, byte[] requestHash, HttpServletResponse response) throws IOException {
        Kept kept = keys.find(use.owner(), use.key()).orElseThrow(() -> new ProblemException(ErrorCode.CONFLICT,
                "The first request with this " + HEADER + " has just failed. Send it again."));
        if (!MessageDigest.isEqual(kept.requestHash(), requestHash)) {
            throw new ProblemException(ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This " + HEADER + " was used for another request in the last 24 hours. Make a new key for each request.");
        }
        if (kept.status() == null) {
            throw new ProblemException(ErrorCode.CONFLICT, "The first request with this " + HEADER
                    + " is still under way, or was interrupted. Ask again shortly; if it stays so, look whether it took effect and use a new key.");
        }
        if (kept.headers() == null) {
            throw new ProblemException(ErrorCode.CONFLICT,
                    "This was done already, and its answer held a secret that is shown only once. Make another one with a new key.");
        }
        response.setStatus(kept.status());
        keptHeaders.read(kept.headers(), response);
        response.setHeader("Idempotent-Replayed", "true");
        response.getOutputStream().write(kept.body().getBytes(StandardCharsets.UTF_8));
    }
}
