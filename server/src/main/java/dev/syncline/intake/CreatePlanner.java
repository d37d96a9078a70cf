package dev.syncline.intake;

import static dev.syncline.problem.ErrorCode.INVALID_INPUT;
import static dev.syncline.problem.ErrorCode.NOT_FOUND;

import dev.syncline.account.RequestedAccount;
import dev.syncline.application.Application;
import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.PermissionRef;
import dev.syncline.id.Ids;
import dev.syncline.identity.User;
import dev.syncline.intake.AccountChange.Create;
import dev.syncline.intake.AccountChange.Grant;
import dev.syncline.intake.Plan.Doing;
import dev.syncline.intake.Plan.Holds;
import dev.syncline.mapping.Expression;
import dev.syncline.mapping.Mapped;
import dev.syncline.mapping.Mapper;
import dev.syncline.mapping.Mapping;
import dev.syncline.mapping.Subject;
import dev.syncline.permission.Hold;
import dev.syncline.permission.Permission;
import dev.syncline.task.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out new accounts. */
@Component
class CreatePlanner {

    private static final int MAX_NAME = 500;

    private final Mapper mapper;
    private final Ids ids;

    CreatePlanner(Mapper mapper, Ids ids) {
        this.mapper = mapper;
        this.ids = ids;
    }

    Plan plan(Create create, Situation situation) {
        Application application = situation.applications().get(create.applicationId());
        if (application == null) {
            return Planner.refused(NOT_FOUND, "There is no application with the id " + create.applicationId() + ".");
        }
        User user = create.userId() == null ? null : situation.users().get(create.userId());
        Optional<String> complaint = complaint(create, application, user, situation);
        if (complaint.isPresent()) {
            return Planner.refused(INVALID_INPUT, complaint.get());
        }
        Named named = name(create, application, user, situation);
        if (named.name().length() > MAX_NAME) {
            return Planner.refused(INVALID_INPUT, "The account name would have more than " + MAX_NAME + " characters.");
        }
        Mapped mapped = user == null
                ? Mapped.nothing()
                : mapper.map(accountMappings(application), situation.subject(user).withAccountName(named.name()));
        return doing(create, application, user, named, mapped, situation);
    }

    private Doing doing(Create create, Application application, @Nullable User user, Named named, Mapped mapped, Situation situation) {
        UUID accountId = ids.next();
        Map<String, Object> attributes = new LinkedHashMap<>(mapped.attributes());
        attributes.putAll(create.attributes());
        attributes.values().removeIf(Objects::isNull);
        Values values = Values.of(attributes, situation.secretsOf(application.id()));
        List<PermissionRef> bind = create.grants().stream()
                .map(grant -> situation.permission(grant.permissionId()))
                .toList();
        List<Hold> holds = create.grants().stream()
                .map(grant -> new Hold(accountId, grant.permissionId(), grant.endsAt()))
                .toList();
        return new Doing(accountId, new RequestedAccount(accountId, application.id(), create.userId(), named.name()), application, user,
                named.name(), null, Action.CREATE, new Parameters(named.name(), values.shown(), bind, List.of()), values.secrets(),
                errors(named, mapped, create.attributes()), new Holds(holds, List.of(), List.of()));
    }

    private static Optional<String> complaint(Create create, Application application, @Nullable User user, Situation situation) {
        if (create.userId() != null && user == null) {
            return Optional.of("There is no user with the id " + create.userId() + ".");
        }
        if (user != null && user.status() == User.Status.DELETED) {
            return Optional.of("The user " + user.displayName() + " is deleted; nothing new can be given to a deleted user.");
        }
        if (user == null && isBlank(create.name())) {
            return Optional.of("An account without a user needs a name.");
        }
        return Values.complaint(create.attributes()).or(() -> foreign(create.grants(), application, situation));
    }

    /** A sentence about the first permission the application does not have. */
    static Optional<String> foreign(List<Grant> grants, Application application, Situation situation) {
        return grants.stream()
                .filter(grant -> {
                    Permission permission = situation.permissions().get(grant.permissionId());
                    return permission == null || !permission.applicationId().equals(application.id());
                })
                .map(grant -> "The application " + application.name() + " has no permission with the id " + grant.permissionId() + ".")
                .findFirst();
    }

    /** @param error null when the name is as it should be */
    private record Named(String name, @Nullable String error) {}

    private Named name(Create create, Application application, @Nullable User user, Situation situation) {
        String given = create.name();
        if (given != null && !given.isBlank()) {
            return new Named(given.strip(), null);
        }
        User owner = Objects.requireNonNull(user, "an account without a user and without a name was refused");
        Subject subject = situation.subject(owner);
        try {
            return new Named(mapper.accountName(application.accountNameExpression(), subject), null);
        } catch (Expression.Failed e) {
            // The account needs some name so that the failure can be seen and corrected.
            return new Named(owner.userName(), "The account name gave no value: " + e.getMessage() + ".");
        }
    }

    private static @Nullable String errors(Named named, Mapped mapped, Map<String, Object> given) {
        String message = Stream.of(named.error(), UpdatePlanner.errors(mapped, given))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return message.isEmpty() ? null : message;
    }

    static List<Mapping> accountMappings(Application application) {
        return application.mappings().stream().filter(mapping -> mapping.objectType() == ObjectType.ACCOUNT).toList();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
