package dev.syncline.policy;

import dev.syncline.identity.Organization;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.User;
import dev.syncline.identity.UserView;
import dev.syncline.identity.UserViews;
import dev.syncline.mapping.Expressions;
import dev.syncline.mapping.InvalidExpression;
import dev.syncline.mapping.Subject;
import dev.syncline.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Whom a condition is about, while it is being written: soon, or as an estimate. */
@Service
class Matching {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int SAMPLE = 20;

    private final Expressions expressions;
    private final Rulebooks rulebooks;
    private final Everybody everybody;
    private final Organizations organizations;
    private final UserViews views;

    Matching(Expressions expressions, Rulebooks rulebooks, Everybody everybody, Organizations organizations, UserViews views) {
        this.expressions = expressions;
        this.rulebooks = rulebooks;
        this.everybody = everybody;
        this.organizations = organizations;
        this.views = views;
    }

    /**
     * @param count enabled users the condition holds for
     * @param estimated whether the time was up before everybody was looked at, and the count is what the part looked at lets expect
     * @param total enabled users
     * @param sample the first of them
     */
    record Count(int count, boolean estimated, int lookedAt, int total, List<UserView> sample) {}

    /** @param next user name to go on after; null when this was the last page */
    record Found(List<UserView> users, @Nullable String next) {}

    Count count(String condition) {
        Predicate<Subject> holds = compiled(condition);
        List<User> sample = new ArrayList<>();
        int[] counts = new int[2];
        boolean complete = everybody.read("", PATIENCE, page -> {
            List<User> matching = matching(page, holds);
            counts[0] += page.size();
            counts[1] += matching.size();
            matching.stream().limit(SAMPLE - sample.size()).forEach(sample::add);
            return true;
        });
        int total = complete ? counts[0] : everybody.count();
        int count = complete ? counts[1] : Math.round((float) ((double) counts[1] * total / counts[0]));
        return new Count(count, !complete, counts[0], total, views.of(sample));
    }

    Found users(String condition, String afterUserName, int size) {
        Predicate<Subject> holds = compiled(condition);
        List<User> found = new ArrayList<>();
        String[] last = {afterUserName};
        boolean complete = everybody.read(afterUserName, PATIENCE, page -> {
            matching(page, holds).forEach(found::add);
            last[0] = page.getLast().userName();
            return found.size() <= size;
        });
        if (found.size() > size) {
            List<User> first = found.subList(0, size);
            return new Found(views.of(first), first.getLast().userName());
        }
        return new Found(views.of(found), complete ? null : last[0]);
    }

    private List<User> matching(List<User> page, Predicate<Subject> holds) {
        Map<UUID, Organization> theirs = organizations.findAll(
                page.stream().map(User::organizationId).filter(Objects::nonNull).collect(Collectors.toSet()));
        return page.stream()
                .filter(user -> holds.test(Subject.of(user, user.organizationId() == null ? null : theirs.get(user.organizationId()))))
                .toList();
    }

    private Predicate<Subject> compiled(String condition) {
        try {
            expressions.compileCondition(condition);
        } catch (InvalidExpression e) {
            throw ProblemException.invalid("condition", "The condition is not valid: " + e.getMessage() + ".");
        }
        return rulebooks.condition(condition);
    }
}
