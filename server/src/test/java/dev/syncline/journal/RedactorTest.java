package dev.syncline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Samples;
import dev.syncline.journal.MaskedBy.Rule;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedactorTest {

    private final Redactor redactor = new Redactor(List.of("s3cr3t/\"quoted\""), List.of("phone", "emails[type eq \"work\"].value",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber"));

    @Test
    void masksJsonMembersByNameAndKeepsTheRestToTheByte() {
        String body = "{ \"user\" : \"ming\",\n \"password\":\"a\\\"b\", \"phone\": {\"home\":[1,2]}, \"big\": 12345678901234567890123 , \"token\":null}";

        assertThat(redactor.body(body)).isEqualTo("{ \"user\" : \"ming\",\n \"password\":\"********\", \"phone\": \"********\","
                + " \"big\": 12345678901234567890123 , \"token\":null}");
    }

    @Test
    void masksTheFirstNameOfAPath() {
        assertThat(redactor.body("{\"emails\":[{\"value\":\"a@b\"}],\"employeeNumber\":\"7\",\"title\":\"x\"}"))
                .isEqualTo("{\"emails\":\"********\",\"employeeNumber\":\"********\",\"title\":\"x\"}");
    }

    @Test
    void masksSecretsInJsonThatWasCutOff() {
        assertThat(redactor.body("{\"a\":1,\"password\":\"abc def, gh")).doesNotContain("abc").doesNotContain("gh");
        assertThat(redactor.body("{\"a\":1,\"access_token\":\"abc\",\"b\":")).contains("\"a\":1").doesNotContain("abc");
    }

    @Test
    void aSecretValueIsMaskedWholeAlsoWhereASyntaxThatIsBrokenWouldCutIt() {
        Redactor odd = new Redactor(List.of("a\"hush&hush/now"), List.of());

        assertThat(odd.body("{\"password\":\"a\"hush&hush/now is too short\"}")).doesNotContain("hush");
        assertThat(odd.text("password=a\"hush&hush/now&x=1")).doesNotContain("hush");
    }

    @Test
    void masksLdifAttributesPlainBase64AndFolded() {
        String ldif = "dn: uid=ming,dc=x\nuserPassword: abc\n def\nunicodePwd:: c2VjcmV0\nphone: 1\ncn: Ming\n";

        assertThat(redactor.body(ldif))
                .isEqualTo("dn: uid=ming,dc=x\nuserPassword: ********\nunicodePwd: ********\nphone: ********\ncn: Ming\n");
    }

    @Test
    void masksFormFieldsAndQueries() {
        assertThat(redactor.body("grant_type=client_credentials&client_secret=abc%20d&scope=x"))
                .isEqualTo("grant_type=client_credentials&client_secret=********&scope=x");
        assertThat(redactor.text("https://x/y?access_token=abc&z=1")).isEqualTo("https://x/y?access_token=********&z=1");
    }

    @Test
    void masksHeadersButNotTheirScheme() {
        assertThat(redactor.headers(Map.of("Authorization", List.of("Bearer abc"), "X-Api-Key", List.of("k"), "Accept", List.of("a"))))
                .containsEntry("Authorization", List.of("Bearer ********")).containsEntry("X-Api-Key", List.of("********"))
                .containsEntry("Accept", List.of("a"));
    }

    @Test
    void masksAValueLearnedOnTheWay() {
        redactor.add("fresh-token");

        assertThat(redactor.text("it said fresh-token")).isEqualTo("it said ********");
    }

    @Test
    void masksAKeyOfManyLinesThatASentenceQuotesOnOne() {
        Redactor any = new Redactor(List.of("-----BEGIN KEY-----\r\nMIIC\n\n  xyz\n-----END KEY-----\n"), List.of());

        assertThat(any.text("no such key: -----BEGIN KEY----- MIIC xyz -----END KEY-----.")).isEqualTo("no such key: ********.");
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void masksASecretInEveryEncodingWeSpeak(String secret) {
        Redactor any = new Redactor(List.of(secret), List.of());
        String base64 = Base64.getEncoder().encodeToString(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String form = java.net.URLEncoder.encode(secret, java.nio.charset.StandardCharsets.UTF_8);

        assertThat(any.text("<<" + secret + ">>")).isEqualTo("<<********>>");
        assertThat(any.text("<<" + base64 + ">>")).doesNotContain(base64);
        assertThat(any.text("<<" + form + ">>")).doesNotContain("<<" + form + ">>");
    }

    /** Shorter ones are masked by the name of their field alone; one that is blank would leave nothing to look for. */
    static Stream<String> secrets() {
        return Samples.texts().filter(text -> text.length() >= 3 && !text.isBlank());
    }

    @Test
    void saysByWhatRulesSomethingWasMasked() {
        Set<MaskedBy> why = new LinkedHashSet<>();
        redactor.body("{\"password\":\"a\",\"Phone\":\"1\",\"token\":null,\"note\":\"uses s3cr3t/\\\"quoted\\\"\"}", why);
        redactor.headers(Map.of("X-Api-Key", List.of("k")), why);

        assertThat(why).containsExactly(new MaskedBy(Rule.SECRET_NAME, "password"), new MaskedBy(Rule.MASKED_ATTRIBUTE, "Phone"),
                MaskedBy.VALUE, new MaskedBy(Rule.SECRET_HEADER, "X-Api-Key"));
    }

    @Test
    void saysNothingWhereNothingWasMasked() {
        Set<MaskedBy> why = new LinkedHashSet<>();
        redactor.body("{\"name\":\"ming\",\"token\":null}", why);
        assertThat(why).isEmpty();
    }
}
