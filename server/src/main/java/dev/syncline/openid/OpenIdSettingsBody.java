package dev.syncline.openid;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.syncline.openid.OpenIdSettings.RoleOf;
import dev.syncline.openid.OpenIdSettings.UnknownPeople;
import dev.syncline.openid.OpenIdSettings.UserAttribute;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Role;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends.
 *
 * @param clientSecret replaces the stored one; left out it stays, an empty text removes it
 */
@JsonIgnoreProperties({"hasClientSecret", "redirectUri", "signedOutUri", "version"})
record OpenIdSettingsBody(Boolean enabled, @Size(max = 60) String name, @Size(max = 500) String issuer, @Size(max = 300) String clientId,
        @Size(max = 1000) String clientSecret, @Size(max = 20) List<@Size(min = 1, max = 100) String> scopes, @Size(max = 200) String nameClaim,
        @Size(max = 200) String roleClaim, @Size(max = 200) List<RoleOf> roleMapping, UnknownPeople unknownPeople,
        @Size(max = 200) String userClaim, UserAttribute userAttribute) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws ProblemException INVALID_INPUT */
    OpenIdSettings wanted(boolean hasClientSecret, int version) {
        boolean on = Boolean.TRUE.equals(enabled);
        return new OpenIdSettings(on, needed("name", name, on), issuer(on), needed("clientId", clientId, on),
                clientSecret == null ? hasClientSecret : !clientSecret.isEmpty(), allScopes(), needed("nameClaim", nameClaim, true),
                blankToNull(roleClaim), mapping(), unknownPeople == null ? UnknownPeople.REFUSE : unknownPeople, blankToNull(userClaim),
                userAttribute == null ? UserAttribute.USER_NAME : userAttribute, version);
    }

    private static String needed(String field, String value, boolean needed) {
        String stripped = value == null ? "" : value.strip();
        if (needed && stripped.isEmpty()) {
            throw ProblemException.invalid(field, field + " must not be empty.");
        }
        return stripped;
    }

    private String issuer(boolean on) {
        String stripped = needed("issuer", issuer, on);
        if (!stripped.isEmpty() && !isSafe(stripped)) {
            throw ProblemException.invalid("issuer", "The issuer must be an https address without query or fragment, as the provider names it"
                    + " in its discovery document (http only on this machine).");
        }
        return stripped;
    }

    /** Whether what is sent there and comes from there is guarded by TLS, or does not leave this machine. */
    static boolean isSafe(String address) {
        try {
            URI uri = URI.create(address);
            boolean guarded = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost()));
            return guarded && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private List<String> allScopes() {
        return new LinkedHashSet<>(Stream.concat(Stream.of("openid"), Stream.ofNullable(scopes).flatMap(List::stream).map(String::strip)
                .filter(scope -> !scope.isEmpty())).toList()).stream().toList();
    }

    private List<RoleOf> mapping() {
        List<RoleOf> all = roleMapping == null ? List.of() : roleMapping;
        for (int i = 0; i < all.size(); i++) {
            RoleOf one = all.get(i);
            if (one == null || one.value() == null || one.value().isBlank() || one.role() == null) {
                throw ProblemException.invalid("roleMapping[" + i + "]", "Each line of the mapping needs a value of the claim and a role.");
            }
            if (one.role() == Role.PORTAL_USER) {
                throw ProblemException.invalid("roleMapping[" + i + "].role",
                        "PORTAL_USER is what users are: say in userClaim how they are found, and choose roles of administrators here.");
            }
        }
        return all;
    }

    private static @Nullable String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The secret is nobody's business. */
    @Override
    public String toString() {
        return "OpenIdSettingsBody[" + issuer + "]";
    }
}
