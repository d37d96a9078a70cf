package dev.syncline.synclog;

import dev.syncline.application.Target;
import dev.syncline.application.Targets;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Schema;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What attributes the target of an application takes, as far as it can be told without calling it. */
@Component
public class Schemas {

    private final Targets targets;

    Schemas(Targets targets) {
        this.targets = targets;
    }

    /** For objects of this type. Empty when the application or its connector is gone, or when the settings do not let the connector tell. */
    public Optional<Schema> of(UUID applicationId, ObjectType objectType) {
        return targets.resolve(applicationId).flatMap(target -> schema(target, objectType));
    }

    private static Optional<Schema> schema(Target target, ObjectType objectType) {
        try {
            return Optional.of(target.type().schema(target.settings(), objectType));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
