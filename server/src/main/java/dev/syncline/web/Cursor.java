package dev.syncline.web;

import dev.syncline.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a keyset page ended: the sort key of its last row, opaque to clients.
 *
 * @param parts values of the sort key, the unique one last
 */
public record Cursor(List<String> parts) {

    private static final char SEPARATOR = '\u001f';

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(Object@Nullable ... parts) {
        return new Cursor(Arrays.stream(parts).map(String::valueOf).toList());
    }

    public String encode() {
        byte[] bytes = String.join(String.valueOf(SEPARATOR), parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Null for no cursor (the first page).
     *
     * @param size how many parts it must have
     * @throws ProblemException INVALID_INPUT for anything this server did not make
     */
    public static @Nullable Cursor decode(@Nullable String cursor, int size) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = List.of(text.split(String.valueOf(SEPARATOR), -1));
            if (parts.size() == size) {
                return new Cursor(parts);
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below
        }
        throw refused();
    }

    public String text(int index) {
        return parts.get(index);
    }

    /** @throws ProblemException INVALID_INPUT when it is none */
    public UUID uuid(int index) {
        try {
            return UUID.fromString(parts.get(index));
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    /** @throws ProblemException INVALID_INPUT when it is none */
    public Instant instant(int index) {
        try {
            return Instant.parse(parts.get(index));
        } catch (DateTimeException e) {
            throw refused();
        }
    }

    /** @throws ProblemException INVALID_INPUT when it is none */
    public long number(int index) {
        try {
            return Long.parseLong(parts.get(index));
        } catch (NumberFormatException e) {
            throw refused();
        }
    }

    private static ProblemException refused() {
        return ProblemException.invalid("cursor",
                "The cursor is not one of this list. Use the value of `next` from the page before, or leave it out to begin anew.");
    }
}
