package dev.syncline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.syncline.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CursorTest {

    @ParameterizedTest
    @MethodSource("dev.syncline.fixtures.Samples#texts")
    void whatWasEncodedIsDecoded(String text) {
        List<String> clean = Stream.of(text, "", "7", text).map(part -> part.replace("\u001f", "")).toList();
        String encoded = new Cursor(clean).encode();
        assertThat(encoded).matches("[A-Za-z0-9_-]*");
        if (!encoded.isEmpty()) {
            assertThat(Cursor.decode(encoded, clean.size()).parts()).isEqualTo(clean);
        }
    }

    @Test
    void partsKeepTheirType() {
        UUID id = UUID.randomUUID();
        Instant at = Instant.parse("2026-01-31T08:00:00.123456Z");
        Cursor cursor = Cursor.decode(Cursor.of(at, id, 7).encode(), 3);
        assertThat(cursor.instant(0)).isEqualTo(at);
        assertThat(cursor.uuid(1)).isEqualTo(id);
        assertThat(cursor.number(2)).isEqualTo(7);
        assertThatThrownBy(() -> cursor.uuid(0)).isInstanceOf(ProblemException.class);
    }

    @Test
    void theFirstPageHasNone() {
        assertThat(Cursor.decode(null, 1)).isNull();
        assertThat(Cursor.decode("", 1)).isNull();
    }
}
