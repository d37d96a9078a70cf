package dev.syncline.repair;

import dev.syncline.account.Accounts;
import dev.syncline.application.Applications;
import dev.syncline.application.Targets;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.PermissionRef;
import dev.syncline.connector.Schema;
import dev.syncline.journal.Redactor;
import dev.syncline.permission.Permission;
import dev.syncline.permission.Permissions;
import dev.syncline.personal.Veils;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.synclog.Difference;
import dev.syncline.synclog.Schemas;
import dev.syncline.task.Parameters;
import dev.syncline.task.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks corrected parameters against what the target takes, and parts secrets from what may be seen. */
@Component
class Corrections {

    private static final int MAX_NAME = 500;
    private static final Schema ANYTHING = new Schema(List.of(), true);

    private final Schemas schemas;
    private final Applications applications;
    private final Targets targets;
    private final Permissions permissions;
    private final Accounts accounts;
    private final Veils veils;

    Corrections(Schemas schemas, Applications applications, Targets targets, Permissions permissions, Accounts accounts, Veils veils) {
        this.schemas = schemas;
        this.applications = applications;
        this.targets = targets;
        this.permissions = permissions;
        this.accounts = accounts;
        this.veils = veils;
    }

    Correction check(Task failed, Wanted given) {
        AttributeRules rules = new AttributeRules(schemas.of(failed.applicationId(), failed.objectType()).orElse(ANYTHING));
        List<FieldError> errors = new ArrayList<>();
        Wanted wanted = Restored.in(given, failed, veils.of(failed), errors);
        nameError(wanted.name(), failed).ifPresent(message -> errors.add(new FieldError("parameters.name", message)));
        errors.addAll(rules.check(failed.action(), wanted.attributes()));
        Map<String, String> newSecrets = newSecrets(failed, wanted, errors);
        Map<UUID, Permission> known = permissions.findAll(ids(wanted));
        Parameters parameters = new Parameters(
                wanted.name() == null ? "" : wanted.name().strip(),
                masked(wanted.attributes(), newSecrets.keySet()),
                refs("bind", wanted.bind(), failed, known, errors),
                refs("unbind", wanted.unbind(), failed, known, errors));
        contradictions(parameters, errors);
        List<Difference> difference = Difference.between(failed.parameters(), parameters, newSecrets.keySet());
        if (errors.isEmpty() && difference.isEmpty()) {
            errors.add(new FieldError("parameters", "Nothing was changed. Change what the target refused, or retry the task as it is."));
        }
        return new Correction(parameters, newSecrets, List.copyOf(errors), difference);
    }

    /** A name somebody else's account has would be taken in the target and silently not here. */
    private Optional<String> nameError(@Nullable String name, Task failed) {
        if (name == null || name.isBlank()) {
            return Optional.of("Give the name the object should have in the target.");
        }
        String wanted = name.strip();
        if (wanted.length() > MAX_NAME) {
            return Optional.of("The name has more than " + MAX_NAME + " characters; give a shorter one.");
        }
        boolean taken = failed.objectType() == ObjectType.ACCOUNT && !wanted.equals(failed.parameters().name())
                && accounts.named(failed.applicationId(), List.of(wanted)).values().stream().anyMatch(other -> !other.id().equals(failed.objectId()));
        return taken
                ? Optional.of(failed.applicationName() + " already has an account called " + wanted + "; choose another name.")
                : Optional.empty();
    }

    /** Secret attributes whose value is no longer the marker, out of the parameters and into a map of their own. */
    private Map<String, String> newSecrets(Task failed, Wanted wanted, List<FieldError> errors) {
        Set<String> secretNames = applications.find(failed.applicationId()).map(targets::secretAttributes).orElseGet(Redactor::secretNames);
        Map<String, String> secrets = new LinkedHashMap<>();
        wanted.attributes().forEach((name, value) -> {
            boolean wasSecret = Parameters.SECRET.equals(failed.parameters().attributes().get(name));
            if (Parameters.SECRET.equals(value) && !wasSecret) {
                errors.add(new FieldError("parameters.attributes." + name,
                        "The attribute \"" + name + "\" has no stored value to keep; enter one."));
            } else if ((wasSecret || secretNames.contains(name)) && !Parameters.SECRET.equals(value) && value != null) {
                secrets.put(name, value.toString());
            }
        });
        return secrets;
    }

    private static Map<String, Object> masked(Map<String, Object> attributes, Set<String> secrets) {
        Map<String, Object> masked = new LinkedHashMap<>(attributes);
        secrets.forEach(name -> masked.put(name, Parameters.SECRET));
        return masked;
    }

    /** Kind, name and value are what the platform knows them to be now, whatever was sent. */
    private static List<PermissionRef> refs(
            String list, List<Wanted.Permission> wanted, Task failed, Map<UUID, Permission> known, List<FieldError> errors) {
        Map<UUID, PermissionRef> refs = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            UUID id = wanted.get(i) == null ? null : wanted.get(i).id();
            Permission permission = id == null ? null : known.get(id);
            if (permission == null || !permission.applicationId().equals(failed.applicationId())) {
                errors.add(new FieldError("parameters." + list + "[" + i + "]",
                        failed.applicationName() + " has no permission with the id " + id + "; take it out or choose another."));
            } else {
                refs.put(id, permission.ref());
            }
        }
        return List.copyOf(refs.values());
    }

    private static void contradictions(Parameters parameters, List<FieldError> errors) {
        Set<String> bound = parameters.bind().stream().map(PermissionRef::id).collect(Collectors.toSet());
        parameters.unbind().stream().filter(permission -> bound.contains(permission.id())).forEach(permission -> errors.add(
                new FieldError("parameters.unbind", "The permission " + permission.name() + " is bound and unbound; decide for one.")));
    }

    private static Set<UUID> ids(Wanted wanted) {
        return Stream.concat(wanted.bind().stream(), wanted.unbind().stream())
                .filter(Objects::nonNull)
                .map(Wanted.Permission::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
