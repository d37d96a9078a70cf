package dev.syncline.synclog;

import static dev.syncline.sql.LikePattern.literal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a reader typed into the search box: words, all of which must occur, in any case, anywhere. Finding "anywhere" rests on
 * trigrams; when no word has three letters, every index entry would have to be looked at, so that such words are looked for at the
 * beginning of words only.
 */
record SearchWords(List<String> words) {

    private static final int TRIGRAM = 3;
    private static final int MOST_WORDS = 8;

    /** @param text may be null or blank */
    static SearchWords of(@Nullable String text) {
        return new SearchWords(text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).distinct().limit(MOST_WORDS).toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean onlyBeginnings() {
        return words.stream().allMatch(word -> word.codePointCount(0, word.length()) < TRIGRAM);
    }

    /** LIKE patterns, one for each word. */
    List<String> anywhere() {
        return words.stream().map(word -> "%" + literal(word) + "%").toList();
    }

    /** LIKE patterns for the beginning of a text, one for each word. */
    List<String> atBeginning() {
        return words.stream().map(word -> literal(word) + "%").toList();
    }

    /** LIKE patterns for the beginning of any later word of a text, one for each word. */
    List<String> atLaterWord() {
        return words.stream().map(word -> "% " + literal(word) + "%").toList();
    }
}
