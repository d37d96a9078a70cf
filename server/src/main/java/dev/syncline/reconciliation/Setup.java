package dev.syncline.reconciliation;

import dev.syncline.application.Application;
import dev.syncline.application.TargetListing;
import dev.syncline.application.Targets;
import dev.syncline.connector.ObjectType;
import dev.syncline.mapping.Mapping;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a run of an application may be told, what it is told when nobody says otherwise, and what it is refused. */
@Component
class Setup {

    private static final int MOST_RULES = 10;
    private static final int LONGEST = 200;

    private final Targets targets;
    private final TargetListing listing;
    private final Expectations expectations;
    private final ReconciliationRepository runs;

    Setup(Targets targets, TargetListing listing, Expectations expectations, ReconciliationRepository runs) {
        this.targets = targets;
        this.listing = listing;
        this.expectations = expectations;
        this.runs = runs;
    }

    /**
     * @param possible whether the connection can list accounts at all
     * @param objects what it can list besides them
     * @param attributes those of the mapping, which will be compared
     * @param rules those of the last run, or what the mapping suggests
     */
    record Options(boolean possible, List<ObjectType> objects, List<String> attributes, List<CorrelationRule> rules) {}

    Options options(Application application) {
        return new Options(can(application, ObjectType.ACCOUNT),
                Stream.of(ObjectType.ORGANIZATION, ObjectType.GROUP).filter(type -> can(application, type)).toList(),
                expectations.mappings(application).stream().map(Mapping::target).toList(),
                runs.page(application.id(), null, 1).stream().findFirst().map(Run::rules).orElseGet(() -> suggested(application)));
    }

    private boolean can(Application application, ObjectType objectType) {
        return targets.resolve(application.id()).filter(target -> listing.canList(target, objectType)).isPresent();
    }

    /** What the mapping hands on of the user tells users apart, numbers and addresses first; then the name. */
    private List<CorrelationRule> suggested(Application application) {
        List<CorrelationRule> rules = new ArrayList<>();
        for (String field : List.of("employeeNumber", "email")) {
            expectations.mappings(application).stream()
                    .filter(mapping -> CorrelationRule.fieldOf(mapping.expression()).filter(field::equals).isPresent())
                    .map(mapping -> new CorrelationRule(mapping.target(), field, true))
                    .findFirst().ifPresent(rules::add);
        }
        rules.add(new CorrelationRule(CorrelationRule.NAME, "userName", true));
        return rules;
    }

    /** @throws ProblemException naming the rule that cannot be one */
    List<CorrelationRule> checked(Application application, @Nullable List<CorrelationRule> rules) {
        if (rules == null) {
            return options(application).rules();
        }
        Set<String> secret = targets.secretAttributes(application);
        List<FieldError> errors = new ArrayList<>();
        if (rules.size() > MOST_RULES) {
            errors.add(new FieldError("rules", "At most " + MOST_RULES + " rules are possible."));
        }
        for (int i = 0; i < rules.size(); i++) {
            String complaint = rules.get(i) == null ? "Say which attribute and which field." : complaint(rules.get(i), secret);
            if (complaint != null) {
                errors.add(new FieldError("rules[" + i + "]", complaint));
            }
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(ErrorCode.INVALID_INPUT, errors.getFirst().message(), errors);
        }
        return List.copyOf(rules);
    }

    private static @Nullable String complaint(CorrelationRule rule, Set<String> secret) {
        if (rule.attribute() == null || rule.attribute().isBlank() || rule.attribute().length() > LONGEST) {
            return "Name the attribute of the target, or " + CorrelationRule.NAME + " or " + CorrelationRule.ID + ".";
        }
        if (secret.contains(rule.attribute())) {
            return "The attribute \"" + rule.attribute() + "\" is secret; nobody can be known by it.";
        }
        if (rule.field() == null || rule.field().length() > LONGEST || rule.column() == null) {
            return "Name the user's attribute: userName, email, employeeNumber, phone, displayName, or attributes.NAME.";
        }
        return null;
    }

    List<ObjectType> checkedObjects(Application application, @Nullable List<ObjectType> objects) {
        Options options = options(application);
        if (!options.possible()) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED_IN_STATE, "The connection of " + application.name()
                    + " cannot list its accounts. Choose a connector that can, or set what it needs for it.");
        }
        List<ObjectType> wanted = objects == null
                ? options.objects().stream().filter(type -> type == ObjectType.ORGANIZATION).toList()
                : objects.stream().filter(Objects::nonNull).distinct().toList();
        if (wanted.contains(ObjectType.ACCOUNT)) {
            throw ProblemException.invalid("objects", "Accounts are always read; name only ORGANIZATION or GROUP besides, or nothing.");
        }
        wanted.stream().filter(type -> !options.objects().contains(type)).findFirst().ifPresent(type -> {
            throw ProblemException.invalid("objects", "The connection of " + application.name() + " cannot list objects of the type " + type + ".");
        });
        return wanted;
    }

    List<String> compared(Application application) {
        return expectations.mappings(application).stream().map(Mapping::target).toList();
    }
}
