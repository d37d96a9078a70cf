package dev.syncline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VeilTest {

    private static final String MAIL = "wei.wang@example.org";
    private static final String PHONE = "+86 138 0013 8000";

    private final Veil veil = new Veil(PersonalNames.usual(), VeilTest::mark, Set.of("admin@example.org"));

    @Test
    void hidesEachLeafOfAPersonalMemberAndSaysWhatItIs() {
        assertThat(veil.body("{\"userName\":\"wei\",\"emails\":[{\"value\":\"" + MAIL + "\",\"type\":\"work\",\"primary\":true}],\"title\":\"x\"}"))
                .isEqualTo("{\"userName\":\"wei\",\"emails\":[{\"value\":\"" + m(MAIL) + "\",\"type\":\"work\",\"primary\":true}],\"title\":\"x\"}");
        assertThat(veil.body("{\"phones\":[{\"type\":\"home\"},\"" + PHONE + "\"],\"age\":3}"))
                .isEqualTo("{\"phones\":[{\"type\":\"home\"},\"" + m(PHONE) + "\"],\"age\":3}");
        assertThat(veil.body("{\"mobile\":13800138000,\"birth_date\":\"1990-01-01\",\"fax\":null}"))
                .isEqualTo("{\"mobile\":\"" + m("13800138000") + "\",\"birth_date\":\"" + m("1990-01-01") + "\",\"fax\":null}");
    }

    @Test
    void hidesWhatItKnowsWhereverItStandsAndHoweverItIsWritten() {
        veil.learn(Map.of("telephoneNumber", PHONE, "street", "Am Wall 7"));
        assertThat(veil.body("{\"op\":\"replace\",\"path\":\"x\",\"value\":\"" + PHONE + "\"}")).contains(m(PHONE)).doesNotContain("138");
        assertThat(veil.text("/Users?filter=phone%20eq%20%22%2B86%20138%200013%208000%22")).isEqualTo("/Users?filter=phone%20eq%20%22" + m(PHONE) + "%22");
        assertThat(veil.text("street=Am Wall 7,ou=people")).contains(m("Am Wall 7"));
        assertThat(veil.text("KzggMTM= KzQ2IDEzOA== Kzg2IDEzOCAwMDEzIDgwMDA=")).isEqualTo("KzggMTM= KzQ2IDEzOA== " + m(PHONE));
        assertThat(veil.headers(Map.of("X-Note", List.of("call " + PHONE)))).isEqualTo(Map.of("X-Note", List.of("call " + m(PHONE))));
    }

    @Test
    void hidesInLdifAndForms() {
        assertThat(veil.body("dn: uid=wei\nmail: " + MAIL + "\nstreet:: S8O2bmlnc2FsbGVlIDEy\npostalAddress: Am\n  Wall 7\nsn: Wang\n"))
                .isEqualTo("dn: uid=wei\nmail: " + m(MAIL) + "\nstreet: " + m("Königsallee 12") + "\npostalAddress: " + m("Am Wall 7") + "\nsn: Wang\n");
        assertThat(veil.body("name=wei&mobile=%2B86+138&title=x")).isEqualTo("name=wei&mobile=" + m("+86 138") + "&title=x");
    }

    @Test
    void hidesTheRestOfAnAnswerThatWasCutWithinAPersonalMember() {
        String shown = veil.body("{\"userName\":\"wei\",\"emails\":[{\"value\":\"wei.wa");
        assertThat(shown).startsWith("{\"userName\":\"wei\",\"emails\"").doesNotContain("wei.wa");
        assertThat(veil.body("{\"title\":\"x\",\"mobile\":\"138001")).startsWith("{\"title\":\"x\"").doesNotContain("138001");
    }

    @Test
    void hidesAnyMailAddressButThoseShownAnyway() {
        assertThat(veil.text("admin@example.org says: kim@example.org has it")).isEqualTo("admin@example.org says: " + m("kim@example.org") + " has it");
        assertThat(new Veil(PersonalNames.of(Set.of(), Set.of("mail")), VeilTest::mark, Set.of()).text("kim@example.org")).isEqualTo("kim@example.org");
    }

    @Test
    void leavesPlainWordsThatHappenToBeAnAddress() {
        veil.learn(Map.of("addresses", List.of("Berlin"), "mail", MAIL));
        assertThat(veil.text("The site in Berlin did not answer")).isEqualTo("The site in Berlin did not answer");
        assertThat(veil.value("addresses[type eq \"work\"].locality", "Berlin")).isEqualTo(m("Berlin"));
    }

    @Test
    void showsItsOwnMarksUnchangedAndTellsWhatStandsBehind() {
        String once = veil.body("{\"mail\":\"" + MAIL + "\"}");
        assertThat(veil.body(once)).isEqualTo(once);
        assertThat(veil.behind(mark(MAIL))).contains(new Veil.Hidden("mail", MAIL));
        assertThat(veil.behind("nothing")).isEmpty();
        assertThat(veil.body("{\"mail\":\"********\"}")).isEqualTo("{\"mail\":\"********\"}");
    }

    @Test
    void hidesNothingWhenNothingIsPersonal() {
        assertThat(Veil.NONE.body("{\"mail\":\"" + MAIL + "\"}")).isEqualTo("{\"mail\":\"" + MAIL + "\"}");
        assertThat(Veil.NONE.value("mail", MAIL)).isEqualTo(MAIL);
        assertThat(Veil.NONE.text(null)).isNull();
    }

    @Test
    void takesAnAttributeForPersonalByAnyStepOfItsPath() {
        PersonalNames names = PersonalNames.of(Set.of("urn:example:1.0:User:badge.number"), Set.of("mobile"));
        assertThat(List.of("emails[type eq \"work\"].value", "profile.phone", "badge", "attr:e-mail", "Telephone-Number")).allMatch(names::isPersonal);
        assertThat(List.of("mobile", "title", "userName", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department"))
                .noneMatch(names::isPersonal);
    }

    private static String m(String value) {
        return "[personal:" + mark(value) + "]";
    }

    private static String mark(String value) {
        StringBuilder mark = new StringBuilder();
        value.chars().forEach(c -> mark.append((char) ('a' + c % 16)));
        return mark.toString();
    }
}
