package dev.syncline.mapping;

import dev.syncline.problem.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Keeps the mappings of applications. */
@Service
public class Mappings {

    private static final int MAX_MAPPINGS = 500;
    private static final int MAX_TARGET_LENGTH = 200;

    private final MappingRepository repository;
    private final Expressions expressions;

    Mappings(MappingRepository repository, Expressions expressions) {
        this.repository = repository;
        this.expressions = expressions;
    }

    /** The mappings of each application in their order; an application without any has an empty list. */
    public Map<UUID, List<Mapping>> of(Collection<UUID> applicationIds) {
        return repository.of(applicationIds);
    }

    /** Puts these in the place of what the application had, in the caller's transaction. They must have been {@link #check}ed. */
    public void replace(UUID applicationId, List<Mapping> mappings) {
        repository.replace(applicationId, mappings);
    }

    /** What is wrong with them; the field names count from 0 ("mappings[2].expression"). */
    public List<FieldError> check(List<Mapping> mappings) {
        List<FieldError> errors = new ArrayList<>();
        if (mappings.size() > MAX_MAPPINGS) {
            errors.add(new FieldError("mappings", "At most " + MAX_MAPPINGS + " mappings are possible."));
            return errors;
        }
        Set<String> targets = new HashSet<>();
        for (int i = 0; i < mappings.size(); i++) {
            Mapping mapping = mappings.get(i);
            String field = "mappings[" + i + "]";
            checkTarget(mapping, targets).ifPresent(message -> errors.add(new FieldError(field + ".target", message)));
            checkExpression("of \"" + mapping.target() + "\"", mapping.expression())
                    .ifPresent(message -> errors.add(new FieldError(field + ".expression", message)));
        }
        return errors;
    }

    /** @param whose the words that name the expression: "of \"mail\"" */
    public Optional<String> checkExpression(String whose, String expression) {
        try {
            expressions.compile(expression);
            return Optional.empty();
        } catch (InvalidExpression e) {
            return Optional.of("The expression " + whose + " is not valid: " + e.getMessage() + ".");
        }
    }

    private static Optional<String> checkTarget(Mapping mapping, Set<String> seen) {
        if (mapping.target().isBlank() || mapping.target().length() > MAX_TARGET_LENGTH) {
            return Optional.of("Give the target attribute a name of 1 to " + MAX_TARGET_LENGTH + " characters.");
        }
        return seen.add(mapping.objectType() + " " + mapping.target())
                ? Optional.empty()
                : Optional.of("The target attribute \"" + mapping.target() + "\" is mapped twice; keep one of them.");
    }
}
