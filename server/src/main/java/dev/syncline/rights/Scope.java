package dev.syncline.rights;

import dev.syncline.problem.ProblemException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** In which applications somebody has a right. Queries of those who see all get no further condition. */
public sealed interface Scope {

    @SuppressWarnings("ClassInitializationDeadlock") // All has nothing of its own to initialize
    Scope ALL = new All();

    /** @param applications ids; may be empty, then nothing is visible */
    static Scope of(Set<UUID> applications) {
        return new Some(applications);
    }

    /** @param application null for what belongs to no application */
    boolean has(@Nullable UUID application);

    /** For {@code (:seesAll or application_id = any (:visible))}: the applications; none for all. */
    default UUID[] ids() {
        return switch (this) {
            case All _ -> new UUID[0];
            case Some some -> some.applications.toArray(UUID[]::new);
        };
    }

    default boolean isAll() {
        return this instanceof All;
    }

    /** Whoever must not see it is told that it is not there. */
    default void require(UUID application, Supplier<ProblemException> notFound) {
        if (!has(application)) {
            throw notFound.get();
        }
    }

    /** What one of the two has. */
    default Scope or(Scope other) {
        if (this instanceof Some one && other instanceof Some two) {
            Set<UUID> either = new HashSet<>(one.applications);
            either.addAll(two.applications);
            return new Some(either);
        }
        return ALL;
    }

    /** What both have. */
    default Scope and(Scope other) {
        if (this instanceof Some one && other instanceof Some two) {
            Set<UUID> both = new HashSet<>(one.applications);
            both.retainAll(two.applications);
            return new Some(both);
        }
        return isAll() ? other : this;
    }

    /** Whether the other has all that this one has. */
    default boolean isWithin(Scope other) {
        return other.isAll() || this instanceof Some one && other instanceof Some two && two.applications.containsAll(one.applications);
    }

    record All() implements Scope {
        @Override
        public boolean has(@Nullable UUID application) {
            return true;
        }
    }

    record Some(Set<UUID> applications) implements Scope {

        public Some {
            applications = Set.copyOf(applications);
        }

        @Override
        public boolean has(@Nullable UUID application) {
            return application != null && applications.contains(application);
        }
    }
}
