package dev.syncline.delivery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.syncline.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;

/** What messages are written in. */
public enum Language {
    ENGLISH("en"),
    CHINESE("zh-CN");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** As BCP 47 names it. */
    @JsonValue
    public String tag() {
        return tag;
    }

    Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** @throws ProblemException INVALID_INPUT for one we do not write */
    @JsonCreator
    public static Language of(String tag) {
        return Arrays.stream(values()).filter(language -> language.tag.equalsIgnoreCase(tag)).findFirst()
                .orElseThrow(() -> ProblemException.invalid("language", "The language must be en or zh-CN, not " + tag + "."));
    }
}
