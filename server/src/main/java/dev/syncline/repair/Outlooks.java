package dev.syncline.repair;

import dev.syncline.account.Accounts;
import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.application.RemoteObject;
import dev.syncline.application.RemoteReader;
import dev.syncline.application.Targets;
import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.identity.Organization;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.mapping.Mapped;
import dev.syncline.mapping.Mapper;
import dev.syncline.mapping.Mapping;
import dev.syncline.mapping.Subject;
import dev.syncline.personal.Veils;
import dev.syncline.presence.Presences;
import dev.syncline.synclog.Difference;
import dev.syncline.task.Parameters;
import dev.syncline.task.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person wants to know before deciding over a failed task. Changes nothing, and holds no transaction. */
@Component
class Outlooks {

    private final Accounts accounts;
    private final Presences presences;
    private final RemoteReader reader;
    private final Applications applications;
    private final Targets targets;
    private final Users users;
    private final Organizations organizations;
    private final Mapper mapper;
    private final Veils veils;

    Outlooks(Accounts accounts, Presences presences, RemoteReader reader, Applications applications, Targets targets, Users users,
            Organizations organizations, Mapper mapper, Veils veils) {
        this.accounts = accounts;
        this.presences = presences;
        this.reader = reader;
        this.applications = applications;
        this.targets = targets;
        this.users = users;
        this.organizations = organizations;
        this.mapper = mapper;
        this.veils = veils;
    }

    /** What the target has now of the object the task is about. Calls the target. */
    RemoteObject target(Task task) {
        String remoteId = remoteId(task);
        // Without an id it is looked for by the name the task gives it.
        String name = remoteId == null ? task.parameters().name() : task.objectName();
        return reader.read(task.applicationId(), task.objectType(), name, remoteId).behind(veils.of(task));
    }

    RetryPreview retry(Task task) {
        Optional<Application> application = applications.find(task.applicationId());
        return new RetryPreview(task.parameters(), remoteId(task), application.map(Application::updatedAt).orElse(null),
                application.map(found -> mappingNow(task, found)).orElse(List.of())).behind(veils.of(task));
    }

    private String remoteId(Task task) {
        List<UUID> object = List.of(task.objectId());
        Map<UUID, String> known = task.objectType() == ObjectType.ACCOUNT ? accounts.remoteIds(object) : presences.remoteIds(object);
        return known.getOrDefault(task.objectId(), task.remoteId());
    }

    /** Secrets and orphans are left out: of the ones nothing can be shown, of the others nothing is mapped. */
    private List<Difference> mappingNow(Task task, Application application) {
        Optional<User> user = task.objectType() == ObjectType.ACCOUNT && task.userId() != null ? users.find(task.userId()) : Optional.empty();
        if (user.isEmpty() || task.action() == Action.DELETE || task.action() == Action.DISABLE) {
            return List.of();
        }
        Set<String> secret = targets.secretAttributes(application);
        Map<String, Object> asked = task.parameters().attributes();
        Map<String, Object> today = mapped(application, user.get(), task.parameters().name()).attributes();
        Map<String, Object> was = new LinkedHashMap<>();
        Map<String, Object> is = new LinkedHashMap<>();
        today.forEach((name, value) -> {
            // An update carries what was to change, a creation everything that has a value.
            boolean comparable = !secret.contains(name) && (asked.containsKey(name) || task.action() == Action.CREATE && value != null);
            if (comparable) {
                is.put(name, value);
                was.put(name, asked.get(name));
            }
        });
        return Difference.between(attributes(was), attributes(is));
    }

    private Mapped mapped(Application application, User user, @Nullable String accountName) {
        Organization organization = user.organizationId() == null ? null : organizations.find(user.organizationId()).orElse(null);
        List<Mapping> mappings = application.mappings().stream().filter(mapping -> mapping.objectType() == ObjectType.ACCOUNT).toList();
        return mapper.map(mappings, Subject.of(user, organization).withAccountName(accountName));
    }

    private static Parameters attributes(Map<String, Object> attributes) {
        return new Parameters("", attributes, List.of(), List.of());
    }
}
