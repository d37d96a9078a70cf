package dev.syncline.openid;

import dev.syncline.access.ExternalSignIn;
import dev.syncline.access.ExternalSignIn.External;
import dev.syncline.access.ExternalSignIn.Result;
import dev.syncline.access.ExternalSignIn.Terms;
import dev.syncline.access.ExternalSignIn.Why;
import dev.syncline.access.Visitor;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.openid.OpenIdSettings.RoleOf;
import dev.syncline.rights.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Decides by the claims as whom somebody comes in: as an administrator where that is possible, else as a user of the portal. */
@Component
class Admission {

    private final ExternalSignIn signIn;
    private final Users users;

    Admission(ExternalSignIn signIn, Users users) {
        this.signIn = signIn;
        this.users = users;
    }

    /** @param issuer and subject: who it is */
    Result admit(String issuer, String subject, Claims claims, OpenIdSettings settings, Visitor visitor) {
        Optional<User> user = user(claims, settings);
        String name = claims.text(settings.nameClaim()).orElse(null);
        Result result = name == null ? new ExternalSignIn.Refused(Why.UNKNOWN)
                : signIn.administrator(new External(issuer, subject, name, claims.text("name").orElse(name)), terms(claims, settings, user), visitor);
        return result instanceof ExternalSignIn.Refused refused && refused.why() != Why.DISABLED && user.isPresent()
                ? signIn.user(user.get().id(), visitor)
                : result;
    }

    private static Terms terms(Claims claims, OpenIdSettings settings, Optional<User> user) {
        Set<Role> roles = settings.roleClaim() == null ? null : roles(claims.texts(settings.roleClaim()), settings.roleMapping());
        return new Terms(roles, settings.unknownPeople() == OpenIdSettings.UnknownPeople.MAKE, user.map(User::id).orElse(null));
    }

    private static Set<Role> roles(List<String> values, List<RoleOf> mapping) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        mapping.stream().filter(one -> values.contains(one.value())).map(RoleOf::role).forEach(roles::add);
        return roles;
    }

    /** Nobody where several could be meant. An address counts only when the provider does not say that it was never verified. */
    private Optional<User> user(Claims claims, OpenIdSettings settings) {
        return claims.text(settings.userClaim()).flatMap(value -> {
            List<User> found = switch (settings.userAttribute()) {
                case USER_NAME -> users.byUserName(List.of(value)).values().stream().toList();
                case EMAIL -> Boolean.FALSE.equals(claims.all().get("email_verified")) ? List.<User>of() : users.byEmail(value);
            };
            return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        });
    }
}
