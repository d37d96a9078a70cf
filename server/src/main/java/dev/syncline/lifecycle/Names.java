package dev.syncline.lifecycle;

import dev.syncline.application.Application;
import dev.syncline.mapping.Expression;
import dev.syncline.mapping.Mapper;
import dev.syncline.mapping.Subject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the expression of an account's name gives now and did not give before.
 *
 * @param changed the new name; null when it stays
 * @param invalid a sentence when it gives none now and did before; null otherwise
 */
record Names(@Nullable String changed, @Nullable String invalid) {

    private record Given(@Nullable String name, @Nullable String error) {}

    static Names between(Mapper mapper, Application application, Subject before, Subject after) {
        Given was = given(mapper, application, before);
        Given is = given(mapper, application, after);
        if (is.error() != null) {
            return new Names(null, was.error() == null ? is.error() : null);
        }
        return new Names(Objects.equals(was.name(), is.name()) ? null : is.name(), null);
    }

    private static Given given(Mapper mapper, Application application, Subject subject) {
        try {
            return new Given(mapper.accountName(application.accountNameExpression(), subject), null);
        } catch (Expression.Failed e) {
            return new Given(null, "The account name gave no value: " + e.getMessage() + ".");
        }
    }
}
