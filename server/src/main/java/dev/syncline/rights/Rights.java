package dev.syncline.rights;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one caller may do.
 *
 * @param everywhere rights that count in every application
 * @param owned rights that count in {@code applications} alone
 */
public record Rights(Set<Right> everywhere, Set<Right> owned, Set<UUID> applications) {

    public static final Rights NONE = new Rights(Set.of(), Set.of(), Set.of());

    public Rights {
        everywhere = Set.copyOf(everywhere);
        owned = Set.copyOf(owned);
        applications = Set.copyOf(applications);
    }

    /** Every right of these roles. */
    public static Rights of(Collection<Role> roles, Set<UUID> applications) {
        Set<Right> everywhere = EnumSet.noneOf(Right.class);
        Set<Right> owned = EnumSet.noneOf(Right.class);
        roles.forEach(role -> (role.isOfApplications() ? owned : everywhere).addAll(role.rights()));
        return new Rights(everywhere, owned, applications);
    }

    public static Rights of(Role role) {
        return of(Set.of(role), Set.of());
    }

    /** Whether the right counts anywhere. */
    public boolean has(Right right) {
        return everywhere.contains(right) || owned.contains(right);
    }

    public boolean has(Right right, @Nullable UUID application) {
        return scope(right).has(application);
    }

    /** All that counts somewhere. */
    public Set<Right> all() {
        Set<Right> all = EnumSet.noneOf(Right.class);
        all.addAll(everywhere);
        all.addAll(owned);
        return all;
    }

    /** Where the right counts; nowhere is an empty scope. */
    public Scope scope(Right right) {
        if (everywhere.contains(right)) {
            return Scope.ALL;
        }
        return Scope.of(owned.contains(right) ? applications : Set.of());
    }

    /** Where one of the rights counts. */
    public Scope scope(Right... oneOf) {
        Scope scope = Scope.of(Set.of());
        for (Right right : oneOf) {
            scope = scope.or(scope(right));
        }
        return scope;
    }

    /** No more than these. */
    public Rights limitedTo(Set<Right> limit) {
        return new Rights(both(everywhere, limit), both(owned, limit), applications);
    }

    /** @throws ProblemException FORBIDDEN, naming what is lacking */
    public void require(Right right) {
        if (!has(right)) {
            throw lacking(right);
        }
    }

    /** @throws ProblemException FORBIDDEN, naming what is lacking */
    public void require(Right right, UUID application) {
        if (!has(right, application)) {
            throw lacking(right);
        }
    }

    static ProblemException lacking(Right... oneOf) {
        StringBuilder needed = new StringBuilder("You do not have the right to do this. It needs ");
        for (int i = 0; i < oneOf.length; i++) {
            needed.append(i == 0 ? "" : " or ").append(oneOf[i].name());
        }
        return new ProblemException(ErrorCode.FORBIDDEN, needed.append(": ").append(oneOf[0].sentence())
                .append(" Ask an administrator for a role that has it.").toString());
    }

    private static Set<Right> both(Set<Right> some, Set<Right> limit) {
        Set<Right> both = EnumSet.noneOf(Right.class);
        some.stream().filter(limit::contains).forEach(both::add);
        return both;
    }
}
