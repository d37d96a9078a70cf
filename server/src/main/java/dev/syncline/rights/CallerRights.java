package dev.syncline.rights;

import dev.syncline.journal.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody who is signed in, with what they may do: made once for each request, asked by everything in it. */
public final class CallerRights extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Actor actor;
    private final transient Rights rights;

    public CallerRights(Actor actor, Rights rights) {
        super(authorities(rights));
        this.actor = actor;
        this.rights = rights;
        setAuthenticated(true);
    }

    /** What the caller of the running request may do; nothing outside of one. */
    public static Rights current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof CallerRights caller ? caller.rights : Rights.NONE;
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    private static List<SimpleGrantedAuthority> authorities(Rights rights) {
        return rights.all().stream().map(right -> new SimpleGrantedAuthority(right.name())).toList();
    }
}
