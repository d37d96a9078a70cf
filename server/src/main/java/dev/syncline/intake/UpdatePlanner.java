package dev.syncline.intake;

import static dev.syncline.problem.ErrorCode.ALREADY_EXISTS;
import static dev.syncline.problem.ErrorCode.INVALID_INPUT;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.application.Application;
import dev.syncline.connector.Action;
import dev.syncline.connector.PermissionRef;
import dev.syncline.identity.User;
import dev.syncline.intake.AccountChange.Grant;
import dev.syncline.intake.AccountChange.Update;
import dev.syncline.intake.Plan.Holds;
import dev.syncline.intake.Plan.Settled;
import dev.syncline.mapping.Mapped;
import dev.syncline.mapping.Mapper;
import dev.syncline.mapping.MappingError;
import dev.syncline.permission.Binding;
import dev.syncline.permission.Hold;
import dev.syncline.task.Parameters;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Works out other values and permissions, and the enabling that carries them. Only what differs is carried. */
@Component
class UpdatePlanner {

    private final Mapper mapper;
    private final Accounts accounts;

    UpdatePlanner(Mapper mapper, Accounts accounts) {
        this.mapper = mapper;
        this.accounts = accounts;
    }

    Plan update(Update update, Outlook outlook, Situation situation) {
        if (outlook.isBeingDeleted()) {
            return Planner.beingDeleted(outlook);
        }
        Application application = situation.applications().get(outlook.account().applicationId());
        Optional<String> complaint = Values.complaint(update.attributes())
                .or(() -> CreatePlanner.foreign(update.bind(), application, situation));
        if (complaint.isPresent()) {
            return Planner.refused(INVALID_INPUT, complaint.get());
        }
        String name = update.name() == null || update.name().isBlank() ? outlook.name() : update.name().strip();
        if (!name.equals(outlook.name()) && accounts.isNameTaken(application.id(), name, outlook.account().id())) {
            return Planner.refused(ALREADY_EXISTS,
                    "The application " + application.name() + " already has an account called " + name + "; choose another name.");
        }
        return update(update, name, outlook, situation);
    }

    private Plan update(Update update, String name, Outlook outlook, Situation situation) {
        Set<String> secret = situation.secretAttributes().get(outlook.account().applicationId());
        Values values = Values.of(changed(update.attributes(), secret, outlook), secret);
        Holds holds = holds(update, outlook);
        if (name.equals(outlook.name()) && values.shown().isEmpty() && !holds.concernTheTarget()) {
            return holds.moved().isEmpty()
                    ? Planner.unchanged(outlook, "The account " + outlook.name() + " is so already, or about to be.")
                    : new Settled(new Taken.Applied(outlook.account().id()), holds);
        }
        Parameters parameters = new Parameters(
                name, values.shown(), refs(holds.requested(), situation), refs(holds.releasing(), situation));
        return Planner.doing(outlook, Action.UPDATE, parameters, values.secrets(), null, holds, situation);
    }

    Plan enable(Outlook outlook, Situation situation) {
        if (outlook.isBeingDeleted()) {
            return Planner.beingDeleted(outlook);
        }
        if (outlook.status() == Account.Status.ACTIVE) {
            return Planner.unchanged(outlook, "The account " + outlook.name() + " is active already, or about to be.");
        }
        Account account = outlook.account();
        User user = account.userId() == null ? null : situation.users().get(account.userId());
        Mapped mapped = user == null ? Mapped.nothing() : mapped(user, outlook, situation);
        Set<String> secret = situation.secretAttributes().get(account.applicationId());
        // What is known of secrets cannot be compared; they stay as they are.
        Map<String, Object> differing = changed(mapped.attributes(), Set.of(), outlook);
        differing.keySet().removeAll(secret);
        Parameters parameters = new Parameters(outlook.name(), differing,
                refs(in(Binding.Status.REQUESTED, outlook), situation), refs(in(Binding.Status.RELEASING, outlook), situation));
        return Planner.doing(outlook, Action.ENABLE, parameters, Map.of(), errors(mapped), Holds.NONE, situation);
    }

    private Mapped mapped(User user, Outlook outlook, Situation situation) {
        Application application = situation.applications().get(outlook.account().applicationId());
        return mapper.map(CreatePlanner.accountMappings(application), situation.subject(user).withAccountName(outlook.name()));
    }

    private static String errors(Mapped mapped) {
        String message = mapped.errors().stream().map(MappingError::message).collect(Collectors.joining(" "));
        return message.isEmpty() ? null : message;
    }

    private static Map<String, Object> changed(Map<String, Object> wanted, Set<String> secret, Outlook outlook) {
        Map<String, Object> changed = new LinkedHashMap<>();
        wanted.forEach((target, value) -> {
            if (secret.contains(target) || !outlook.has(target, value)) {
                changed.put(target, value);
            }
        });
        return changed;
    }

    private static List<Hold> in(Binding.Status status, Outlook outlook) {
        return outlook.bindings().values().stream()
                .filter(binding -> binding.status() == status)
                .map(binding -> new Hold(binding.accountId(), binding.permissionId(), binding.endsAt()))
                .toList();
    }

    private static Holds holds(Update update, Outlook outlook) {
        UUID account = outlook.account().id();
        Map<Boolean, List<Grant>> known = update.bind().stream()
                .collect(Collectors.partitioningBy(grant -> isComing(outlook.bindings().get(grant.permissionId()))));
        List<Hold> moved = known.get(true).stream()
                .filter(grant -> !Objects.equals(grant.endsAt(), outlook.bindings().get(grant.permissionId()).endsAt()))
                .map(grant -> new Hold(account, grant.permissionId(), grant.endsAt()))
                .toList();
        List<Hold> requested = known.get(false).stream()
                .map(grant -> new Hold(account, grant.permissionId(), grant.endsAt()))
                .toList();
        List<Hold> releasing = update.unbind().stream()
                .filter(permission -> isComing(outlook.bindings().get(permission)))
                .map(permission -> new Hold(account, permission))
                .toList();
        return new Holds(requested, releasing, moved);
    }

    /** Held, or asked for. */
    private static boolean isComing(Binding binding) {
        return binding != null && binding.status() != Binding.Status.RELEASING;
    }

    private static List<PermissionRef> refs(Collection<Hold> holds, Situation situation) {
        return holds.stream().map(hold -> situation.permissions().get(hold.permissionId()).ref()).toList();
    }
}
