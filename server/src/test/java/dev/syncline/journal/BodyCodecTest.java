package dev.syncline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BodyCodecTest {

    @Property
    void whatIsEncodedIsDecoded(@ForAll String text) {
        // Lone surrogates are no text and have no UTF-8 form.
        String clean = new String(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(BodyCodec.decode(BodyCodec.CURRENT, BodyCodec.encode(clean))).isEqualTo(clean);
    }

    @Test
    void aTypicalMessageBecomesMuchSmaller() {
        String ldif = "{\"headers\":{},\"body\":\"dn: uid=ming.li,ou=people,dc=example,dc=com\\nchangetype: add\\nobjectClass: inetOrgPerson\\n"
                + "uid: ming.li\\ncn: Ming Li\\nsn: Li\\ngivenName: Ming\\nmail: ming.li@example.com\\n\"}";

        assertThat(BodyCodec.encode(ldif)).hasSizeLessThan(ldif.length() / 2);
    }

    @Test
    void aCodecOfANewerVersionIsRefused() {
        assertThatThrownBy(() -> BodyCodec.decode(99, new byte[0])).hasMessageContaining("newer version");
    }
}
