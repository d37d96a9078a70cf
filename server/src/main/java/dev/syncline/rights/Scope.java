package dev.syncline.rights;

import dev.syncline.problem.ProblemException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** In which applications somebody has a right. Queries of those who see all get no further condition. */
public sealed interface Scope {

    @SuppressWarnings("ClassInitializationDeadlock") // All has nothing of its own to initialize
    Scope ALL = new All();

    /** @param applications ids; may be empty, then nothing is visible */
    static Scope of(Set<UUID> applications) {
        return new Some(applications);
    }

    /** @param application null for what belongs to no application */
    boolean has(UUID application);

    /** Ids for {@code application_id = any (:visible)}; null for all, which {@code :visible::uuid[] is null} lets through. */
    default UUID[] visible() {
        return switch (this) {
            case All _ -> null;
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

    default Scope or(Scope other) {
        if (this instanceof Some one && other instanceof Some two) {
            Set<UUID> both = new java.util.HashSet<>(one.applications);
            both.addAll(two.applications);
            return new Some(both);
        }
        return ALL;
    }

    record All() implements Scope {
        @Override
        public boolean has(UUID application) {
            return true;
        }
    }

    record Some(Set<UUID> applications) implements Scope {

        public Some {
            applications = Set.copyOf(applications);
        }

        @Override
        public boolean has(UUID application) {
            return application != null && applications.contains(application);
        }
    }
}
