package dev.syncline.application;

import dev.syncline.application.ApplicationRepository.Stored;
import dev.syncline.connector.AttributeSpec;
import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.Settings;
import dev.syncline.journal.PersonalNames;
import dev.syncline.journal.Redactor;
import dev.syncline.mapping.Mapping;
import dev.syncline.mapping.Mappings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Applications ready to be spoken to. Keeps each in memory until its version changes, so that secrets are not opened for every task. */
@Component
public class Targets {

    private static final Logger log = LoggerFactory.getLogger(Targets.class);

    private final ApplicationRepository repository;
    private final ApplicationSecrets secrets;
    private final Mappings mappings;
    private final Connectors connectors;
    private final Map<UUID, Target> known = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> uninstalled = new ConcurrentHashMap<>();

    Targets(ApplicationRepository repository, ApplicationSecrets secrets, Mappings mappings, Connectors connectors) {
        this.repository = repository;
        this.secrets = secrets;
        this.mappings = mappings;
        this.connectors = connectors;
    }

    /** The targets as they are now. One that was deleted, or whose connector type is no longer installed, is missing. */
    public Map<UUID, Target> resolve(Collection<UUID> applicationIds) {
        Map<UUID, Integer> versions = repository.versions(applicationIds);
        known.keySet().removeIf(id -> applicationIds.contains(id) && !versions.containsKey(id));
        load(versions.entrySet().stream().filter(one -> !isKnown(one.getKey(), one.getValue())).map(Map.Entry::getKey).toList());
        Map<UUID, Target> resolved = new HashMap<>();
        versions.keySet().forEach(id -> Optional.ofNullable(known.get(id)).ifPresent(target -> resolved.put(id, target)));
        return resolved;
    }

    /** All applications, by id. */
    public Map<UUID, Target> all() {
        return resolve(repository.ids());
    }

    public Optional<Target> resolve(UUID applicationId) {
        return Optional.ofNullable(resolve(List.of(applicationId)).get(applicationId));
    }

    /**
     * The target attributes whose values must never be seen: by mapping, by what the connector declares, and where the name says so.
     * LDAP and SCIM do not tell upper from lower case in them, so this set does not either.
     */
    public Set<String> secretAttributes(Application application) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(Redactor.secretNames());
        application.mappings().stream().filter(Mapping::secret).map(Mapping::target).forEach(names::add);
        resolve(application.id()).ifPresent(target -> names.addAll(declared(target.type(), target.settings(), AttributeSpec::secret)));
        return names;
    }

    private boolean isKnown(UUID id, int version) {
        Target target = known.get(id);
        return target != null && target.version() == version;
    }

    private void load(List<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Map<UUID, List<Mapping>> mapped = mappings.of(ids);
        for (Stored stored : repository.byId(ids)) {
            Application application = stored.application();
            connectors.find(application.connector()).ifPresentOrElse(
                    type -> known.put(application.id(), target(stored, type, mapped.getOrDefault(application.id(), List.of()))),
                    () -> forget(application));
        }
    }

    /** Said once for each version, not at every look. */
    private void forget(Application application) {
        known.remove(application.id());
        Integer said = uninstalled.put(application.id(), application.version());
        if (said == null || said != application.version()) {
            log.warn("The application {} needs the connector \"{}\", which is not installed.", application.name(), application.connector());
        }
    }

    private Target target(Stored stored, ConnectorType type, List<Mapping> mapped) {
        Application application = stored.application();
        Map<String, String> opened = secrets.open(application.id(), stored.sealedSecrets());
        Settings settings = Connection.settings(type, application.settings(), opened, application.limits().requestTimeoutMs());
        return new Target(
                application.id(),
                application.name(),
                application.version(),
                type,
                settings,
                Set.copyOf(opened.values()),
                masked(application, type, settings, mapped),
                personal(application, type, settings),
                application.callback().enabled(),
                Duration.ofSeconds(application.callback().deadlineSeconds()),
                application.retry().maxAttempts(),
                Duration.ofMillis(application.retry().firstDelayMs()),
                Duration.ofMillis(application.retry().maxDelayMs()),
                application.limits().maxConcurrency(),
                application.limits().ratePerSecond());
    }

    private static Set<String> masked(Application application, ConnectorType type, Settings settings, List<Mapping> mapped) {
        Set<String> masked = new HashSet<>(application.maskedAttributes());
        mapped.stream().filter(Mapping::secret).map(Mapping::target).forEach(masked::add);
        declared(type, settings, AttributeSpec::secret).forEach(masked::add);
        return Set.copyOf(masked);
    }

    private static PersonalNames personal(Application application, ConnectorType type, Settings settings) {
        List<String> personal = declared(type, settings, AttributeSpec::personal);
        personal.addAll(application.personalAttributes());
        return PersonalNames.of(personal, application.publicAttributes());
    }

    private static List<String> declared(ConnectorType type, Settings settings, Predicate<AttributeSpec> which) {
        List<String> names = new ArrayList<>();
        try {
            type.schema(settings).attributes().stream().filter(which).map(AttributeSpec::name).forEach(names::add);
        } catch (IllegalArgumentException e) {
            log.warn("The connector \"{}\" cannot tell its schema: {}", type.name(), e.getMessage());
        }
        return names;
    }
}
