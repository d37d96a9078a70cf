package dev.syncline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BodyCodecTest {

    @ParameterizedTest
    @MethodSource("dev.syncline.fixtures.Samples#texts")
    void whatIsEncodedIsDecoded(String text) {
        assertThat(BodyCodec.decode(BodyCodec.CURRENT, BodyCodec.encode(text))).isEqualTo(text);
    }

    @Test
    void aTypicalMessageBecomesMuchSmaller() {
        String ldif = "{\"headers\":{},\"body\":\"dn: uid=ming.li,ou=people,dc=example,dc=com\\nchangetype: add\\nobjectClass: inetOrgPerson\\n"
                + "uid: ming.li\\ncn: Ming Li\\nsn: Li\\ngivenName: Ming\\nmail: ming.li@example.com\\n\"}";

        assertThat(BodyCodec.encode(ldif)).hasSizeLessThan(ldif.length() / 2);
    }

    @Test
    void aCodecOfANewerVersionIsRefused() {
        assertThatThrownBy(() -> BodyCodec.decode(99, new byte[1])).hasMessageContaining("newer version");
    }
}
