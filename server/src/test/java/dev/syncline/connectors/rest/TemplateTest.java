package dev.syncline.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.syncline.connectors.Stopped;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static String filled(String text, Template.Kind kind, Map<String, Object> values) throws Stopped {
        return Template.of("create.body", text, kind).fill(values);
    }

    @Test
    void valuesAreEscapedForWhereTheyStand() throws Stopped {
        Map<String, Object> values = Map.of("name", "a\"b\\c\n/?&ü €");
        assertThat(filled("{\"n\": \"{{name}}\"}", Template.Kind.JSON, values)).isEqualTo("{\"n\": \"a\\\"b\\\\c\\n/?&ü €\"}");
        assertThat(filled("/x/{{name}}", Template.Kind.URL, values)).isEqualTo("/x/a%22b%5Cc%0A%2F%3F%26%C3%BC%20%E2%82%AC");
    }

    @Test
    void listsAreRepeatedWithCommasBetween() throws Stopped {
        String text = "[{{#bind}}\"{{value}}\"{{^-last}},{{/-last}}{{/bind}}]";
        Map<String, Object> values = Map.of("bind", List.of(Map.of("value", "a"), Map.of("value", "b\"")));
        assertThat(filled(text, Template.Kind.JSON, values)).isEqualTo("[\"a\",\"b\\\"\"]");
    }

    @Test
    void aPlaceholderWithoutAValueIsNamed() {
        Stopped stopped = catchThrowableOfType(Stopped.class, () -> filled("{{attributes.mail}}", Template.Kind.JSON, Map.of("attributes", Map.of())));
        assertThat(stopped.sentence()).contains("mail", "create.body");
    }

    @Test
    void noValueClimbsToAnotherResource() {
        Stopped stopped = catchThrowableOfType(Stopped.class, () -> filled("/x/{{name}}", Template.Kind.URL, Map.of("name", "..")));
        assertThat(stopped.sentence()).contains("cannot stand in a URL");
        assertThatThrownBy(() -> Template.of("create.url", "/x/{{{name}}}", Template.Kind.URL)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBrokenTemplateNamesItsSetting() {
        assertThatThrownBy(() -> Template.of("create.body", "{{#bind}}", Template.Kind.JSON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("create.body");
    }

    @Test
    void mentionsOnlyWhatItNames() {
        Template template = Template.of("update.body", "[{{#unbind}}{{value}}{{/unbind}}]", Template.Kind.JSON);
        assertThat(template.mentions("unbind")).isTrue();
        assertThat(template.mentions("bind")).isFalse();
    }
}
