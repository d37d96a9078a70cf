package dev.syncline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscapedSecretTest {

    private static final String SECRET = "p\u00e4ss \"w\\rd\"/<&'\uD83D\uDD11";

    private final Redactor redactor = new Redactor(List.of(SECRET), List.of());

    @ParameterizedTest
    @ValueSource(strings = {
        SECRET,
        // JSON: as it must be, in ASCII, with slashes and angle brackets escaped, and JSON in JSON
        "p\u00e4ss \\\"w\\\\rd\\\"/<&'\uD83D\uDD11",
        "p\\u00e4ss \\u0022w\\u005Crd\\\"\\/\\u003c\\u0026\\u0027\\ud83d\\uDD11",
        "p\\\\u00e4ss \\\\\\\"w\\\\\\\\rd\\\\\\\"/<&'\uD83D\uDD11",
        // URLs and forms: upper and lower case, quoted twice
        "p%C3%A4ss%20%22w%5Crd%22%2F%3C%26%27%F0%9F%94%91",
        "p%c3%a4ss+%22w%5crd%22/%3c%26'%f0%9f%94%91",
        "p%25C3%25A4ss%2520%2522w%255Crd%2522%252F%253C%2526%2527%25F0%259F%2594%2591",
        // HTML and XML
        "p\u00e4ss &quot;w\\rd&#34;/&lt;&amp;&apos;\uD83D\uDD11",
        "p&#xe4;ss &amp;quot;w&#92;rd&#x0022;/&#60;&#38;&#39;&#128273;"})
    void isFoundHoweverItIsWritten(String written) {
        assertThat(redactor.text("You sent <" + written + "> as password.")).isEqualTo("You sent <********> as password.");
    }

    @Test
    void whatIsNotTheSecretStays() {
        assertThat(redactor.text("p\u00e4ss \"word\"")).isEqualTo("p\u00e4ss \"word\"");
    }

    @Test
    void manyBackslashesDoNotTakeLong() {
        Redactor many = new Redactor(List.of("\\".repeat(60) + "\"" + "\\".repeat(60), "a\"\\".repeat(60)), List.of());
        String text = "\\".repeat(59) + "a\"\\".repeat(59) + "\\".repeat(10_000);
        assertTimeout(Duration.ofSeconds(20), () -> many.text(text));
    }
}
