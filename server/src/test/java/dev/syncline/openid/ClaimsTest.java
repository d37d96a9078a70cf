package dev.syncline.openid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private static final Claims CLAIMS = new Claims(Map.of(
            "preferred_username", " ming.li ",
            "groups", List.of("operators", 7, "auditors"),
            "realm_access", Map.of("roles", List.of("admin")),
            "https://example.com/roles", "viewer",
            "empty", " "));

    @Test
    void aPathLeadsIntoObjects() {
        assertThat(CLAIMS.texts("realm_access.roles")).containsExactly("admin");
        assertThat(CLAIMS.texts("realm_access.none")).isEmpty();
        assertThat(CLAIMS.texts("groups.roles")).isEmpty();
    }

    @Test
    void aNameWithDotsIsFoundToo() {
        assertThat(CLAIMS.texts("https://example.com/roles")).containsExactly("viewer");
    }

    @Test
    void onlyTextsCount() {
        assertThat(CLAIMS.texts("groups")).containsExactly("operators", "auditors");
        assertThat(CLAIMS.text("preferred_username")).contains("ming.li");
        assertThat(CLAIMS.text("groups")).isEmpty();
        assertThat(CLAIMS.text("empty")).isEmpty();
        assertThat(CLAIMS.text(null)).isEmpty();
    }
}
