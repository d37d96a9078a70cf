package dev.syncline.application;

import static dev.syncline.problem.ErrorCode.ALREADY_EXISTS;
import static dev.syncline.problem.ErrorCode.STILL_IN_USE;

import dev.syncline.application.ApplicationRepository.Stored;
import dev.syncline.connector.ConnectorType;
import dev.syncline.connectors.KnownCertificate;
import dev.syncline.id.Ids;
import dev.syncline.mapping.Mapping;
import dev.syncline.mapping.Mappings;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.rights.Scope;
import dev.syncline.web.ETags;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the applications. What it answers with never carries a secret. */
@Service
public class Applications {

    private final ApplicationRepository repository;
    private final ApplicationRules rules;
    private final ApplicationSecrets secrets;
    private final Mappings mappings;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Applications(ApplicationRepository repository, ApplicationRules rules, ApplicationSecrets secrets, Mappings mappings, Ids ids,
            Clock clock) {
        this.repository = repository;
        this.rules = rules;
        this.secrets = secrets;
        this.mappings = mappings;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the order of their names, those after the given one ("" for the first). */
    public List<Application> page(String text, Scope visible, String afterName, int limit) {
        return complete(repository.page(text == null ? "" : text.strip(), visible, afterName, limit));
    }

    /** Empty also for null: a body that names no application names none that is there. */
    public Optional<Application> find(@Nullable UUID id) {
        return id == null ? Optional.empty() : complete(repository.byId(List.of(id))).stream().findFirst();
    }

    public Application get(@Nullable UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("application", id));
    }

    /** @throws ProblemException NOT_FOUND also when it is not visible */
    public Application get(UUID id, Scope visible) {
        visible.require(id, () -> ProblemException.notFound("application", id));
        return get(id);
    }

    public Map<UUID, Application> findAll(Collection<UUID> ids) {
        return complete(repository.byId(ids)).stream().collect(Collectors.toMap(Application::id, Function.identity()));
    }

    /** The key of the signatures of callbacks, in clear: "whsec_...". Empty while none is set. */
    public Optional<String> callbackSecret(UUID id) {
        return repository.byId(List.of(id)).stream()
                .findFirst()
                .flatMap(stored -> Optional.ofNullable(stored.sealedCallbackSecret()))
                .map(sealed -> secrets.openCallback(id, sealed));
    }

    @Transactional
    Application create(ApplicationBody body) {
        UUID id = ids.next();
        Instant now = clock.instant();
        Map<String, String> wanted = StoredSecrets.merged(Map.of(), body.secrets());
        rules.refuseBad(body, wanted, Certificates.check(Map.of(), body.settings(), now));
        try {
            repository.insert(stored(id, body, wanted, null, 1, now, now));
        } catch (DuplicateKeyException e) {
            throw nameTaken(body);
        }
        mappings.replace(id, body.mappingList());
        return get(id);
    }

    @Transactional
    Application update(UUID id, int version, ApplicationBody body) {
        Stored before = lock(id, version);
        if (!before.application().connector().equals(body.connector())) {
            throw ProblemException.invalid("connector",
                    "The connector of an application cannot be changed; create another application instead.");
        }
        Map<String, String> wanted = secretsWith(before, rules.connector(body.connector()), body.settings(), body.secrets());
        rules.refuseBad(body, wanted, Certificates.check(before.application().settings(), body.settings(), clock.instant()));
        try {
            repository.update(stored(id, body, wanted, before.sealedCallbackSecret(), version,
                    before.application().createdAt(), clock.instant()));
        } catch (DuplicateKeyException e) {
            throw nameTaken(body);
        }
        mappings.replace(id, body.mappingList());
        return get(id);
    }

    @Transactional
    void delete(UUID id, int version) {
        Application application = lock(id, version).application();
        try {
            repository.delete(id);
        } catch (DataIntegrityViolationException e) {
            throw new ProblemException(STILL_IN_USE,
                    "The application " + application.name() + " still has accounts or permissions, or a package or a policy grants something "
                            + "in it; delete them first.");
        }
    }

    /** Makes a new key for the signatures of callbacks and answers with it; it is not shown again. */
    @Transactional
    String newCallbackSecret(UUID id) {
        get(id);
        byte[] key = new byte[32];
        random.nextBytes(key);
        String secret = ApplicationRules.CALLBACK_SECRET_PREFIX + Base64.getEncoder().encodeToString(key);
        repository.setCallbackSecret(id, secrets.sealCallback(id, secret), clock.instant());
        return secret;
    }

    /** The stored secrets in clear, with the given ones laid over them; refused where the settings lead them elsewhere. */
    Map<String, String> secretsWith(UUID id, ConnectorType type, Map<String, String> settings, Map<String, String> given) {
        Stored stored = repository.byId(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("application", id));
        return secretsWith(stored, type, settings, given);
    }

    private Map<String, String> secretsWith(Stored stored, ConnectorType type, Map<String, String> settings, Map<String, String> given) {
        Application before = stored.application();
        return StoredSecrets.with(type, secrets.open(before.id(), stored.sealedSecrets()), given, before.settings(), settings);
    }

    private Stored lock(UUID id, int version) {
        Stored stored = repository.lock(id).orElseThrow(() -> ProblemException.notFound("application", id));
        ETags.match(version, stored.application().version(), "The application " + stored.application().name());
        return stored;
    }

    private Stored stored(UUID id, ApplicationBody body, Map<String, String> wantedSecrets, byte @Nullable [] callbackSecret, int version,
            Instant createdAt, Instant now) {
        byte[] sealedCallback = body.callback().secret() == null ? callbackSecret : secrets.sealCallback(id, body.callback().secret());
        Map<String, String> settings = new TreeMap<>(body.settings());
        settings.values().removeIf(Objects::isNull);
        Application application = new Application(id, body.name(), body.connector(), settings, Map.of(), body.dataSynchronization(),
                body.changeTracking(),
                new Application.Callback(body.callback().enabled(), body.callback().deadlineSeconds(), sealedCallback != null),
                body.retry().orUsual(), body.limits().orUsual(), body.maskedAttributes(), body.personalAttributes(),
                body.publicAttributes(), body.accountNameExpression(),
                body.mappingList(), List.of(), version, createdAt, now);
        return new Stored(application, secrets.seal(id, wantedSecrets), sealedCallback);
    }

    private List<Application> complete(List<Stored> stored) {
        Map<UUID, List<Mapping>> mapped = mappings.of(stored.stream().map(found -> found.application().id()).toList());
        Instant now = clock.instant();
        return stored.stream()
                .map(found -> found.application().with(
                        secrets.names(found.application().id(), found.sealedSecrets()), mapped.getOrDefault(found.application().id(), List.of()),
                        KnownCertificate.in(found.application().settings(), now)))
                .toList();
    }

    private static ProblemException nameTaken(ApplicationBody body) {
        return new ProblemException(ALREADY_EXISTS, "There is already an application called " + body.name() + ".",
                List.of(new FieldError("name", "The name is taken; choose another.")));
    }
}
