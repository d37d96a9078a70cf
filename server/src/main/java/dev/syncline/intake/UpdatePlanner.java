package dev.syncline.intake;

import static dev.syncline.problem.ErrorCode.ALREADY_EXISTS;
import static dev.syncline.problem.ErrorCode.INVALID_INPUT;

import dev.syncline.account.Account;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out other values and permissions, and the enabling that carries them. Only what differs is carried. */
@Component
class UpdatePlanner {

    private final Mapper mapper;

    UpdatePlanner(Mapper mapper) {
        this.mapper = mapper;
    }

    Plan update(Update update, Outlook outlook, Situation situation) {
        if (outlook.isBeingDeleted()) {
            return Planner.beingDeleted(outlook);
        }
        Application application = situation.applicationOf(outlook.account());
        Optional<String> complaint = Values.complaint(update.attributes())
                .or(() -> CreatePlanner.foreign(update.bind(), application, situation));
        if (complaint.isPresent()) {
            return Planner.refused(INVALID_INPUT, complaint.get());
        }
        String name = update.name() == null || update.name().isBlank() ? outlook.name() : update.name().strip();
        if (!name.equals(outlook.name()) && situation.isNameTaken(application.id(), name, outlook.account().id())) {
            return Planner.refused(ALREADY_EXISTS,
                    "The application " + application.name() + " already has an account called " + name + "; choose another name.");
        }
        return update(update, name, outlook, situation);
    }

    private Plan update(Update update, String name, Outlook outlook, Situation situation) {
        Set<String> secret = situation.secretsOf(outlook.account().applicationId());
        Mapped mapped = update.mapped() ? mapped(name, outlook, situation) : Mapped.nothing();
        Map<String, Object> attributes = comparable(mapped, secret);
        attributes.putAll(update.attributes());
        Values values = Values.of(changed(attributes, secret, outlook), secret);
        Holds holds = holds(update, outlook);
        String invalid = sentences(update.invalid(), errors(mapped, update.attributes()));
        if (name.equals(outlook.name()) && values.shown().isEmpty() && !holds.concernTheTarget() && invalid == null) {
            return holds.moved().isEmpty()
                    ? Planner.unchanged(outlook, "The account " + outlook.name() + " is so already, or about to be.")
                    : new Settled(new Taken.Applied(outlook.account().id()), holds);
        }
        Parameters parameters = new Parameters(
                name, values.shown(), refs(holds.requested(), situation), refs(holds.releasing(), situation));
        return Planner.doing(outlook, Action.UPDATE, parameters, values.secrets(), invalid, holds, situation);
    }

    Plan enable(Outlook outlook, Situation situation) {
        if (outlook.isBeingDeleted()) {
            return Planner.beingDeleted(outlook);
        }
        if (outlook.status() == Account.Status.ACTIVE) {
            return Planner.unchanged(outlook, "The account " + outlook.name() + " is active already, or about to be.");
        }
        Set<String> secret = situation.secretsOf(outlook.account().applicationId());
        Mapped mapped = mapped(outlook.name(), outlook, situation);
        Parameters parameters = new Parameters(outlook.name(), changed(comparable(mapped, secret), secret, outlook),
                refs(in(Binding.Status.REQUESTED, outlook), situation), refs(in(Binding.Status.RELEASING, outlook), situation));
        return Planner.doing(outlook, Action.ENABLE, parameters, Map.of(), errors(mapped, Map.of()), Holds.NONE, situation);
    }

    /** What the mappings give now; nothing for an orphan. */
    private Mapped mapped(String name, Outlook outlook, Situation situation) {
        Application application = situation.applicationOf(outlook.account());
        User user = outlook.account().userId() == null ? null : situation.users().get(outlook.account().userId());
        return user == null
                ? Mapped.nothing()
                : mapper.map(CreatePlanner.accountMappings(application), situation.subject(user).withAccountName(name));
    }

    /** Secrets left out: what the target has of them is not known, so they stay as they are. */
    private static Map<String, Object> comparable(Mapped mapped, Set<String> secret) {
        Map<String, Object> comparable = new LinkedHashMap<>(mapped.attributes());
        comparable.keySet().removeIf(secret::contains);
        return comparable;
    }

    /** What is given needs no mapping, so a mapping that fails there does no harm. */
    static @Nullable String errors(Mapped mapped, Map<String, Object> given) {
        String message = mapped.errors().stream()
                .filter(error -> !given.containsKey(error.target()))
                .map(MappingError::message)
                .collect(Collectors.joining(" "));
        return message.isEmpty() ? null : message;
    }

    private static @Nullable String sentences(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one + " " + other;
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
        List<Hold> requested = new ArrayList<>();
        List<Hold> moved = new ArrayList<>();
        for (Grant grant : update.bind()) {
            Binding there = outlook.bindings().get(grant.permissionId());
            Hold hold = new Hold(account, grant.permissionId(), grant.endsAt());
            if (there == null || !isComing(there)) {
                requested.add(hold);
            } else if (!Objects.equals(grant.endsAt(), there.endsAt())) {
                moved.add(hold);
            }
        }
        List<Hold> releasing = update.unbind().stream()
                .filter(permission -> isComing(outlook.bindings().get(permission)))
                .map(permission -> new Hold(account, permission))
                .toList();
        return new Holds(requested, releasing, moved);
    }

    /** Held, or asked for. */
    private static boolean isComing(@Nullable Binding binding) {
        return binding != null && binding.status() != Binding.Status.RELEASING;
    }

    private static List<PermissionRef> refs(Collection<Hold> holds, Situation situation) {
        return holds.stream().map(hold -> situation.permission(hold.permissionId())).toList();
    }
}
