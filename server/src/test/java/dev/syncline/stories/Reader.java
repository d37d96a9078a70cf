package dev.syncline.stories;

import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import dev.syncline.rights.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.UUID;

/** An administrator of one role, signed in by a token, as if the administrator had made it. */
record Reader(String userName, ApiClient api) {

    static Reader in(TestServer server, Role role) {
        UUID id = UUID.randomUUID();
        String userName = TestServer.unique(role.name().toLowerCase());
        String token = "token-of-" + UUID.randomUUID();
        server.database().jdbc().sql("""
                with made as (
                    insert into administrator (id, user_name, display_name, must_change, created_at, updated_at)
                    values (:id, :name, :name, false, :now, :now)),
                may as (insert into administrator_role (administrator_id, role) values (:id, :role))
                insert into api_token (id, name, token_hash, administrator_id, created_at) values (:token, :name, :hash, :id, :now)
                """)
                .param("id", id).param("name", userName).param("role", role.name()).param("token", UUID.randomUUID())
                .param("hash", sha256(token)).param("now", Timestamp.from(server.clock().instant()))
                .update();
        return new Reader(userName, server.anonymous().bearer(token));
    }

    private static byte[] sha256(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
