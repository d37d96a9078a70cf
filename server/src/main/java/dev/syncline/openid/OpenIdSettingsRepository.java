package dev.syncline.openid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class OpenIdSettingsRepository {

    private static final TypeReference<List<OpenIdSettings.RoleOf>> MAPPING = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OpenIdSettingsRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    OpenIdSettings read() {
        return jdbc.sql("""
                select enabled, name, issuer, client_id, sealed_client_secret is not null as has_client_secret, scopes, name_claim, role_claim,
                    role_mapping, unknown_people, user_claim, user_attribute, version
                from openid_settings""")
                .query((row, n) -> settings(row))
                .single();
    }

    /** Empty for a public client. */
    Optional<byte[]> sealedClientSecret() {
        return jdbc.sql("select sealed_client_secret from openid_settings where sealed_client_secret is not null").query(byte[].class).optional();
    }

    /**
     * @param secret replaces the stored one; null leaves it, an empty one removes it
     * @return whether the stored version was that of the settings
     */
    boolean update(OpenIdSettings wanted, byte @Nullable [] secret) {
        return jdbc.sql("""
                update openid_settings
                set enabled = :enabled, name = :name, issuer = :issuer, client_id = :clientId, scopes = :scopes, name_claim = :nameClaim,
                    role_claim = :roleClaim, role_mapping = :roleMapping::jsonb, unknown_people = :unknownPeople, user_claim = :userClaim,
                    user_attribute = :userAttribute, version = version + 1,
                    sealed_client_secret = case when :secret::bytea is null then sealed_client_secret else nullif(:secret::bytea, ''::bytea) end
                where version = :version""")
                .param("enabled", wanted.enabled())
                .param("name", wanted.name())
                .param("issuer", wanted.issuer())
                .param("clientId", wanted.clientId())
                .param("scopes", wanted.scopes().toArray(String[]::new))
                .param("nameClaim", wanted.nameClaim())
                .param("roleClaim", wanted.roleClaim(), Types.VARCHAR)
                .param("roleMapping", json.writeValueAsString(wanted.roleMapping()))
                .param("unknownPeople", wanted.unknownPeople().name())
                .param("userClaim", wanted.userClaim(), Types.VARCHAR)
                .param("userAttribute", wanted.userAttribute().name())
                .param("secret", secret, Types.BINARY)
                .param("version", wanted.version())
                .update() == 1;
    }

    private OpenIdSettings settings(ResultSet row) throws SQLException {
        return new OpenIdSettings(row.getBoolean("enabled"), row.getString("name"), row.getString("issuer"), row.getString("client_id"),
                row.getBoolean("has_client_secret"), List.of((String[]) row.getArray("scopes").getArray()), row.getString("name_claim"),
                row.getString("role_claim"), json.readValue(row.getString("role_mapping"), MAPPING),
                OpenIdSettings.UnknownPeople.valueOf(row.getString("unknown_people")), row.getString("user_claim"),
                OpenIdSettings.UserAttribute.valueOf(row.getString("user_attribute")), row.getInt("version"));
    }
}
