package dev.syncline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DifferencesTest {

    private final JsonMapper json = JsonMapper.builder().build();
    private final Differences differences = new Differences(json);

    @Test
    void onlyWhatChangedIsKept() {
        var texts = differences.of(tree(Map.of("name", "A", "limits", Map.of("rate", 1, "concurrency", 8), "version", 1)),
                tree(Map.of("name", "A", "limits", Map.of("rate", 2, "concurrency", 8), "version", 2)));
        assertThat(texts.before()).isEqualTo("{\"limits\":{\"rate\":1}}");
        assertThat(texts.after()).isEqualTo("{\"limits\":{\"rate\":2}}");
    }

    @Test
    void whatIsNewOrGoneIsKeptWhole() {
        assertThat(differences.of(null, tree(Map.of("name", "A"))).after()).isEqualTo("{\"name\":\"A\"}");
        assertThat(differences.of(tree(Map.of("name", "A")), null).before()).isEqualTo("{\"name\":\"A\"}");
    }

    @Test
    void noSecretIsKept() {
        var texts = differences.of(tree(Map.of("password", "s3cret-one", "settings", Map.of("clientSecret", List.of("s3cret-two")))),
                tree(Map.of("password", "s3cret-three", "settings", Map.of("clientSecret", List.of("s3cret-four"), "url", "http://x/?token=s3cret-five"))));
        assertThat(texts.before() + texts.after()).doesNotContain("s3cret").contains("password", "clientSecret", Differences.HIDDEN);
    }

    @Test
    void secretsThatAreOnlySaidToBeSetAreTold() {
        assertThat(differences.of(tree(Map.of("secrets", Map.of())), tree(Map.of("secrets", Map.of("password", true)))).after())
                .isEqualTo("{\"secrets\":{\"password\":true}}");
    }

    @Test
    void whatIsTooLargeIsSaidToBe() {
        assertThat(differences.of(null, tree(Map.of("text", "x".repeat(40_000)))).after()).contains("tooLargeToKeep").hasSizeLessThan(100);
    }

    private JsonNode tree(Object value) {
        return json.valueToTree(value);
    }
}
