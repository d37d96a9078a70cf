package dev.syncline.openid;

import dev.syncline.rights.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The identity provider people sign in at.
 *
 * @param name on the button of the sign-in page
 * @param issuer its identifier, an https address (OpenID Connect Discovery section 3)
 * @param hasClientSecret whether a secret is stored; it is never answered. Without one the client is public
 * @param nameClaim path of the claim that names an administrator; parts are separated by dots
 * @param roleClaim path of the claim whose values become roles at each sign-in; null: roles are given in the console
 * @param userClaim path of the claim that finds a user for the portal; null: nobody comes to the portal this way
 * @param userAttribute what of the user it is compared with
 */
record OpenIdSettings(boolean enabled, String name, String issuer, String clientId, boolean hasClientSecret, List<String> scopes,
        String nameClaim, @Nullable String roleClaim, List<RoleOf> roleMapping, UnknownPeople unknownPeople, @Nullable String userClaim,
        UserAttribute userAttribute, int version) {

    /** Who has this value of the claim has this role. */
    record RoleOf(String value, Role role) {}

    /** What becomes of an administrator nobody has made before. */
    enum UnknownPeople {
        REFUSE,
        MAKE
    }

    enum UserAttribute {
        USER_NAME,
        EMAIL
    }
}
