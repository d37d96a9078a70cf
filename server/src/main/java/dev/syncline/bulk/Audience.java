package dev.syncline.bulk;

import dev.syncline.bulk.ProvisioningOptions.Filter;
import dev.syncline.identity.Organization;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.User;
import dev.syncline.identity.UserFilter;
import dev.syncline.identity.Users;
import dev.syncline.mapping.Expression;
import dev.syncline.mapping.Expressions;
import dev.syncline.mapping.InvalidExpression;
import dev.syncline.mapping.Subject;
import dev.syncline.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The users a filter finds, page by page in the order of their user names. */
@Component
class Audience {

    private final Users users;
    private final Organizations organizations;
    private final Expressions expressions;

    Audience(Users users, Organizations organizations, Expressions expressions) {
        this.users = users;
        this.organizations = organizations;
        this.expressions = expressions;
    }

    /**
     * @param matching those of the page for whom the expression holds
     * @param next user name to go on after; null when this was the last page
     */
    record Found(List<User> matching, @Nullable String next) {}

    Found after(Filter filter, String userName, int size) {
        List<User> page = users.page(userFilter(filter), userName, size);
        String next = page.size() < size ? null : page.getLast().userName();
        return new Found(filter.expression() == null ? page : matching(page, compiled(filter.expression())), next);
    }

    /** @throws ProblemException when the filter cannot work, naming the field */
    void check(Filter filter) {
        userFilter(filter);
        if (filter.expression() != null) {
            compiled(filter.expression());
        }
    }

    private List<User> matching(List<User> page, Expression expression) {
        Set<UUID> ids = page.stream().map(User::organizationId).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<UUID, Organization> theirs = organizations.findAll(ids);
        return page.stream()
                .filter(user -> expression.holds(Subject.of(user, user.organizationId() == null ? null : theirs.get(user.organizationId()))))
                .toList();
    }

    private Expression compiled(String expression) {
        try {
            return expressions.compileCondition(expression);
        } catch (InvalidExpression e) {
            throw ProblemException.invalid("filter.expression", "The filter expression is not valid: " + e.getMessage() + ".");
        }
    }

    private UserFilter userFilter(Filter filter) {
        return new UserFilter(filter.q(), organizationIds(filter), filter.status());
    }

    private @Nullable Set<UUID> organizationIds(Filter filter) {
        if (filter.organizationId() == null) {
            return null;
        }
        Set<UUID> all = organizations.withDescendants(filter.organizationId());
        if (all.isEmpty()) {
            throw ProblemException.invalid("filter.organizationId",
                    "There is no organization with the id " + filter.organizationId() + ".");
        }
        return filter.includeSubOrganizations() ? all : Set.of(filter.organizationId());
    }
}
