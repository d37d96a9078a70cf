package dev.syncline.policy;

import dev.syncline.account.Account;
import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlement.Reason;
import dev.syncline.intake.AccountChange;
import dev.syncline.intake.AccountChange.Grant;
import dev.syncline.permission.Binding;
import dev.syncline.policy.Line.Kind;
import dev.syncline.policy.Picture.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The difference for one user in one application. */
final class ApplicationPart {

    private final Person person;
    private final UUID applicationId;
    private final Set<Target> about;
    private final Map<Target, List<Rule>> wanted;
    private final Picture picture;
    private final Rulebook rules;

    /** What justified something here before, by policies or otherwise. */
    private final List<Entitlement> before;
    private final List<Entitlement> granted;
    private final List<Entitlement> ended;
    private final List<Entitlement> after;
    private final List<Account> accounts;
    private final AccountSteps steps;
    private final List<Line> lines = new ArrayList<>();

    ApplicationPart(Person person, UUID applicationId, Set<Target> about, Map<Target, List<Rule>> wanted, List<Entitlement> held,
            Rulebook rules, Picture picture) {
        this.person = person;
        this.applicationId = applicationId;
        this.about = about;
        this.wanted = wanted;
        this.picture = picture;
        this.rules = rules;
        this.before = held.stream().filter(one -> one.applicationId().equals(applicationId)).toList();
        this.granted = about.stream().flatMap(this::newReasons).toList();
        this.ended = before.stream().filter(this::hasEnded).toList();
        this.after = Stream.concat(before.stream().filter(one -> !ended.contains(one)), granted.stream()).toList();
        this.accounts = picture.lasting(person, applicationId);
        this.steps = new AccountSteps(person.id(), applicationId);
    }

    Difference difference() {
        OnLeaving leaving = after.isEmpty() && !ended.isEmpty() ? strictest(ended) : OnLeaving.NOTHING;
        about.stream().filter(target -> !wanted.containsKey(target)).forEach(target -> noLongerWanted(target, leaving));
        leave(leaving);
        List<Target> gained = about.stream().filter(wanted::containsKey).toList();
        if (!gained.isEmpty()) {
            give(gained);
        }
        if (!ended.isEmpty() && !after.isEmpty()) {
            accounts.forEach(account -> end(account, endOf(after), rule(ended.getFirst())));
        }
        return new Difference(lines, steps.inOrder(), granted, ended);
    }

    private Stream<Entitlement> newReasons(Target target) {
        return wanted.getOrDefault(target, List.of()).stream()
                .filter(rule -> before.stream().noneMatch(one -> isBecauseOf(one, rule) && Evaluation.targetOf(one).equals(target)))
                .map(rule -> new Entitlement(person.id(), applicationId, target.permissionId(), Reason.POLICY, rule.policyId(),
                        rule.number(), null));
    }

    /** Of a policy nobody knows we cannot say how it ends; its reason stays. */
    private boolean hasEnded(Entitlement one) {
        Target target = Evaluation.targetOf(one);
        return one.reason() == Reason.POLICY
                && about.contains(target)
                && rules.find(one.reasonId()) != null
                && wanted.getOrDefault(target, List.of()).stream().noneMatch(rule -> isBecauseOf(one, rule));
    }

    private static boolean isBecauseOf(Entitlement one, Rule rule) {
        return one.reason() == Reason.POLICY && one.reasonId().equals(rule.policyId());
    }

    private void noLongerWanted(Target target, OnLeaving leaving) {
        List<Entitlement> over = ended.stream().filter(one -> Evaluation.targetOf(one).equals(target)).toList();
        if (over.isEmpty()) {
            return;
        }
        List<Entitlement> left = after.stream().filter(one -> Evaluation.targetOf(one).equals(target)).toList();
        if (target.isAccount()) {
            accountNoLongerWanted(target, over, leaving);
        } else if (left.isEmpty()) {
            permissionNoLongerJustified(target, over, leaving);
        } else {
            Rule rule = first(over);
            holders(target).forEach(account -> moveEnd(account, target, endOf(left), rule));
            lines.add(new Line(person.id(), target, Kind.KEPT, rule));
        }
    }

    private void accountNoLongerWanted(Target target, List<Entitlement> over, OnLeaving leaving) {
        if (accounts.isEmpty()) {
            return;
        }
        Kind kind = switch (leaving) {
            case DISABLE, DELETE -> Kind.LOST;
            case UNBIND, NOTHING -> after.isEmpty() ? Kind.LEFT : Kind.KEPT;
        };
        lines.add(new Line(person.id(), target, kind, first(over)));
    }

    private void permissionNoLongerJustified(Target target, List<Entitlement> over, OnLeaving leaving) {
        List<Account> holders = holders(target);
        if (holders.isEmpty()) {
            return;
        }
        List<Entitlement> takenBy = over.stream().filter(one -> rule(one).onLeaving() != OnLeaving.NOTHING).toList();
        if (takenBy.isEmpty() && leaving != OnLeaving.DELETE) {
            lines.add(new Line(person.id(), target, Kind.LEFT, first(over)));
            return;
        }
        Rule rule = first(takenBy.isEmpty() ? over : takenBy);
        lines.add(new Line(person.id(), target, Kind.LOST, rule));
        if (leaving != OnLeaving.DELETE) {
            holders.forEach(account -> steps.unbind(account.id(), target.permissionId(), rule));
        }
    }

    private void leave(OnLeaving leaving) {
        switch (leaving) {
            case DISABLE, DELETE -> leave(leaving, first(ended.stream().filter(one -> rule(one).onLeaving() == leaving).toList()));
            case UNBIND, NOTHING -> {}
        }
    }

    private void leave(OnLeaving leaving, Rule rule) {
        for (Account account : accounts) {
            if (leaving == OnLeaving.DELETE) {
                steps.delete(account.id(), rule);
            } else if (picture.statusOf(account) != Account.Status.DISABLED) {
                steps.disable(account.id(), rule);
            }
        }
        if (!accounts.isEmpty() && ended.stream().noneMatch(one -> one.permissionId() == null)) {
            account(Kind.LOST, rule);
        }
    }

    /** An account that comes, or goes, only because of its permissions. */
    private void account(Kind kind, Rule rule) {
        lines.add(new Line(person.id(), new Target(applicationId, null), kind, rule));
    }

    private void give(List<Target> targets) {
        Rule rule = wanted.entrySet().stream()
                .filter(entry -> entry.getKey().applicationId().equals(applicationId))
                .flatMap(entry -> entry.getValue().stream())
                .min(Rulebook.BY_NAME)
                .orElseThrow();
        if (!accounts.isEmpty()) {
            give(targets, accounts.getFirst(), rule);
            return;
        }
        if (targets.stream().noneMatch(Target::isAccount)) {
            account(Kind.GAINED, rule);
        }
        targets.forEach(target -> lines.add(new Line(person.id(), target, Kind.GAINED, firstWanting(target))));
        List<Account> going = picture.of(person, applicationId);
        if (going.isEmpty()) {
            steps.create(new AccountChange.Create(applicationId, person.id(), null, Map.of(), allGrants()), rule);
        } else {
            steps.blocked("The account " + going.getFirst().name()
                    + " is still being deleted; it is created anew when that is done or cancelled.", rule);
        }
    }

    private void give(List<Target> targets, Account account, Rule rule) {
        boolean enable = picture.statusOf(account) == Account.Status.DISABLED
                && (person.newlyEnabled() || before.stream().noneMatch(one -> one.reason() == Reason.POLICY));
        if (enable) {
            steps.enable(account.id(), rule);
            if (targets.stream().noneMatch(Target::isAccount)) {
                account(Kind.GAINED, rule);
            }
        }
        for (Target target : targets) {
            Rule by = firstWanting(target);
            boolean has = target.isAccount() || picture.binding(account, target.permissionId()) != null;
            lines.add(new Line(person.id(), target, has && !enable ? Kind.KEPT : Kind.GAINED, by));
            if (!has) {
                steps.bind(account.id(), new Grant(target.permissionId(), null), by);
            } else if (!target.isAccount()) {
                moveEnd(account, target, null, by);
            }
        }
        end(account, null, rule);
    }

    /** A policy wants it without an end, and a request that remains has its own. */
    private void moveEnd(Account account, Target target, @Nullable Instant endsAt, Rule rule) {
        Binding held = Objects.requireNonNull(picture.binding(account, target.permissionId()), "only what is held can end");
        if (!Objects.equals(held.endsAt(), endsAt)) {
            steps.bind(account.id(), new Grant(target.permissionId(), endsAt), rule);
        }
    }

    private void end(Account account, @Nullable Instant endsAt, Rule rule) {
        if (!Objects.equals(account.endsAt(), endsAt)) {
            steps.end(account.id(), endsAt, rule);
        }
    }

    private List<Grant> allGrants() {
        return wanted.keySet().stream()
                .filter(target -> target.applicationId().equals(applicationId) && !target.isAccount())
                .map(target -> new Grant(target.permissionId(), null))
                .toList();
    }

    private List<Account> holders(Target target) {
        return accounts.stream().filter(account -> picture.binding(account, target.permissionId()) != null).toList();
    }

    private Rule firstWanting(Target target) {
        return Objects.requireNonNull(wanted.get(target), "what nobody wants is not given").getFirst();
    }

    /** Of a reason that has ended. */
    private Rule rule(Entitlement ended) {
        return Objects.requireNonNull(rules.find(ended.reasonId()), "the reason of a policy nobody knows does not end");
    }

    private Rule first(List<Entitlement> because) {
        return because.stream().map(this::rule).min(Rulebook.BY_NAME).orElseThrow();
    }

    private OnLeaving strictest(Collection<Entitlement> over) {
        return over.stream().map(one -> rule(one).onLeaving()).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** The latest; null when one of them never ends. */
    private static @Nullable Instant endOf(Collection<Entitlement> reasons) {
        return reasons.stream().anyMatch(one -> one.endsAt() == null)
                ? null
                : reasons.stream().map(Entitlement::endsAt).max(Comparator.naturalOrder()).orElseThrow();
    }
}
