package dev.syncline.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluates the mappings of an application, for one user or for many. A failing expression never stops the others. */
@Component
public class Mapper {

    private final Expressions expressions;

    public Mapper(Expressions expressions) {
        this.expressions = expressions;
    }

    /** One result per subject, in their order. */
    public List<Mapped> map(List<Mapping> mappings, List<Subject> subjects) {
        List<Step> steps = mappings.stream().map(this::step).toList();
        return subjects.stream().map(subject -> evaluate(steps, subject)).toList();
    }

    public Mapped map(List<Mapping> mappings, Subject subject) {
        return map(mappings, List.of(subject)).getFirst();
    }

    /**
     * The name an account of this subject gets.
     *
     * @throws Expression.Failed when the expression fails or gives no text
     */
    public String accountName(String expression, Subject subject) throws Expression.Failed {
        Object value = compiled(expression).value(subject);
        if (value instanceof String name && !name.isBlank()) {
            return name.strip();
        }
        throw new Expression.Failed("it must give a text that is not empty");
    }

    private Mapped evaluate(List<Step> steps, Subject subject) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        Set<String> secrets = new HashSet<>();
        List<MappingError> errors = new ArrayList<>();
        for (Step step : steps) {
            String target = step.mapping().target();
            try {
                attributes.put(target, step.value(subject));
                if (step.mapping().secret()) {
                    secrets.add(target);
                }
            } catch (Expression.Failed e) {
                errors.add(new MappingError(target, "The mapping of \"" + target + "\" gave no value: " + e.getMessage() + "."));
            }
        }
        return new Mapped(attributes, secrets, errors);
    }

    private Step step(Mapping mapping) {
        try {
            return new Compiled(mapping, expressions.compile(mapping.expression()));
        } catch (InvalidExpression e) {
            // It compiled when it was saved, so this is the rule of another version; the task says so.
            return new Broken(mapping, e.getMessage());
        }
    }

    private Expression compiled(String expression) throws Expression.Failed {
        try {
            return expressions.compile(expression);
        } catch (InvalidExpression e) {
            throw new Expression.Failed(e.getMessage());
        }
    }

    private sealed interface Step {

        Mapping mapping();

        @Nullable Object value(Subject subject) throws Expression.Failed;
    }

    private record Compiled(Mapping mapping, Expression expression) implements Step {
        @Override
        public @Nullable Object value(Subject subject) throws Expression.Failed {
            return expression.value(subject);
        }
    }

    private record Broken(Mapping mapping, @Nullable String why) implements Step {
        @Override
        public @Nullable Object value(Subject subject) throws Expression.Failed {
            throw new Expression.Failed(why);
        }
    }
}
