package dev.syncline.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {

    private static final SecretBox BOX = box(generate());

    @ParameterizedTest
    @MethodSource("dev.syncline.fixtures.Samples#texts")
    void whatWasSealedIsOpened(String text) {
        assertThat(BOX.open(BOX.seal(text, "here"), "here")).isEqualTo(text);
        assertThat(BOX.open(BOX.seal("secret", text), text)).isEqualTo("secret");
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        assertThat(BOX.seal("hunter2", "a")).isNotEqualTo(BOX.seal("hunter2", "a"));
        assertThat(new String(BOX.seal("hunter2", "a"), StandardCharsets.ISO_8859_1)).doesNotContain("hunter2");
    }

    @Test
    void aSecretOpensOnlyInItsPlace() {
        byte[] sealed = BOX.seal("hunter2", "application:1:password");
        assertThatThrownBy(() -> BOX.open(sealed, "application:2:password"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("application:2:password");
    }

    @Test
    void aChangedSecretIsNotOpened() {
        byte[] sealed = BOX.seal("hunter2", "a");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> BOX.open(sealed, "a")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void afterARotationTheNewKeySealsAndBothOpen() throws GeneralSecurityException {
        KeysetHandle first = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        KeysetHandle rotated = KeysetHandle.newBuilder(first)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM).withRandomId().makePrimary())
                .build();
        byte[] before = box(json(first)).seal("old", "a");
        SecretBox after = box(json(rotated));
        assertThat(after.open(before, "a")).isEqualTo("old");
        byte[] sealedAfter = after.seal("new", "a");
        assertThatThrownBy(() -> box(json(first)).open(sealedAfter, "a")).hasMessageContaining("SYNCLINE_KEYSET");
    }

    @Test
    void theFileIsMadeOnceAndOnlyItsOwnerMayReadIt(@TempDir Path home) throws Exception {
        Path file = home.resolve("keys").resolve("syncline.keyset");
        byte[] sealed = new SecretBox(KeySet.aead(KeySet.ofFile(file))).seal("hunter2", "a");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(file.getParent())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(new SecretBox(KeySet.aead(KeySet.ofFile(file))).open(sealed, "a")).isEqualTo("hunter2");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    private static String generate() {
        try {
            return KeySet.generate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    }

    private static SecretBox box(String json) {
        try {
            return new SecretBox(KeySet.fromJson(json));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
