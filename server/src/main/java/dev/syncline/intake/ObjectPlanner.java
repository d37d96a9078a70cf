package dev.syncline.intake;

import dev.syncline.application.Application;
import dev.syncline.application.Targets;
import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.id.Ids;
import dev.syncline.intake.ObjectChange.Wanted;
import dev.syncline.mapping.Mapped;
import dev.syncline.mapping.Mapper;
import dev.syncline.mapping.Mapping;
import dev.syncline.presence.Presence;
import dev.syncline.task.Parameters;
import dev.syncline.task.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what a change of an organization or a group comes to. Only what differs from what will be there is sent. Writes nothing. */
@Component
class ObjectPlanner {

    private final Mapper mapper;
    private final Targets targets;
    private final Ids ids;
    private final Clock clock;

    ObjectPlanner(Mapper mapper, Targets targets, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.targets = targets;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param presence null when the application does not have it
     * @param unsettled its unsettled tasks in the order of their turns
     * @return empty when everything is as wanted, or under way already
     */
    Optional<ObjectPlan> plan(
            ObjectChange change, Application application, @Nullable Presence presence, List<Task> unsettled, Origin origin) {
        Wanted wanted = change.wanted();
        if (presence == null) {
            return Optional.ofNullable(wanted).map(known -> creation(change, known, application, origin));
        }
        if (presence.status() == Presence.Status.DELETING || unsettled.stream().anyMatch(task -> task.action() == Action.DELETE)) {
            return Optional.empty();
        }
        if (wanted == null) {
            return Optional.of(new ObjectPlan(presence, false, application, Action.DELETE, Parameters.named(presence.name()), Map.of(), null,
                    null, origin));
        }
        return update(wanted, application, presence, unsettled, origin);
    }

    private ObjectPlan creation(ObjectChange change, Wanted wanted, Application application, Origin origin) {
        Mapped mapped = mapped(change.objectType(), wanted, application);
        Map<String, Object> attributes = new LinkedHashMap<>(mapped.attributes());
        attributes.putAll(wanted.fixed());
        attributes.values().removeIf(Objects::isNull);
        Values values = Values.of(attributes, targets.secretAttributes(application));
        Instant now = clock.instant();
        Presence presence = new Presence(ids.next(), application.id(), change.objectType(), change.objectId(), wanted.name(), wanted.code(),
                null, Presence.Status.REQUESTED, Map.of(), now, now);
        return new ObjectPlan(presence, true, application, Action.CREATE,
                new Parameters(wanted.name(), values.shown(), List.of(), List.of()), values.secrets(), wanted.parentId(),
                UpdatePlanner.errors(mapped, wanted.fixed()), origin);
    }

    private Optional<ObjectPlan> update(
            Wanted wanted, Application application, Presence presence, List<Task> unsettled, Origin origin) {
        Set<String> secret = targets.secretAttributes(application);
        String name = presence.name();
        Map<String, Object> will = new LinkedHashMap<>(presence.attributes());
        for (Task task : unsettled) {
            name = task.parameters().name();
            will.putAll(task.parameters().attributes());
        }
        Mapped mapped = mapped(presence.objectType(), wanted, application);
        Map<String, Object> attributes = new LinkedHashMap<>(mapped.attributes());
        attributes.putAll(wanted.fixed());
        // What the target has of a secret is not known, so it stays as it is.
        attributes.entrySet().removeIf(value -> secret.contains(value.getKey()) || Amounts.same(will.get(value.getKey()), value.getValue()));
        String invalid = UpdatePlanner.errors(mapped, wanted.fixed());
        if (attributes.isEmpty() && invalid == null && name.equals(wanted.name())) {
            return Optional.empty();
        }
        return Optional.of(new ObjectPlan(presence, false, application, Action.UPDATE,
                new Parameters(wanted.name(), attributes, List.of(), List.of()), Map.of(), wanted.parentId(), invalid, origin));
    }

    private Mapped mapped(ObjectType objectType, Wanted wanted, Application application) {
        return mapper.map(mappings(application, objectType), wanted.subject());
    }

    private static List<Mapping> mappings(Application application, ObjectType objectType) {
        return application.mappings().stream().filter(mapping -> mapping.objectType() == objectType).toList();
    }
}
