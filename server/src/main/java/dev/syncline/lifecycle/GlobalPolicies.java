package dev.syncline.lifecycle;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.lifecycle.GlobalPolicyRepository.Counting;
import dev.syncline.web.ETags;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The policy of all applications, and the overrides. An override counts as a whole. */
@Service
class GlobalPolicies {

    private final GlobalPolicyRepository repository;
    private final Applications applications;
    private final Clock clock;

    GlobalPolicies(GlobalPolicyRepository repository, Applications applications, Clock clock) {
        this.repository = repository;
        this.applications = applications;
        this.clock = clock;
    }

    GlobalPolicy get() {
        return repository.of(List.of()).ofAll();
    }

    @Transactional
    GlobalPolicy update(int version, GlobalPolicyBody body) {
        repository.lock();
        ETags.match(version, get().version(), "The global provisioning policy");
        repository.update(null, body, clock.instant());
        return get();
    }

    /** What counts for each of these applications. */
    Counting of(Collection<UUID> applicationIds) {
        return repository.of(applicationIds);
    }

    OverrideView override(UUID applicationId) {
        applications.get(applicationId);
        return view(applicationId);
    }

    /** @param version 0 to make an override where there is none */
    @Transactional
    OverrideView override(UUID applicationId, int version, GlobalPolicyBody body) {
        OverrideView there = locked(applicationId, version);
        if (there.overridden()) {
            repository.update(applicationId, body, clock.instant());
        } else {
            repository.insert(applicationId, body, clock.instant());
        }
        return view(applicationId);
    }

    /** From now on the policy of all applications counts again. */
    @Transactional
    OverrideView forget(UUID applicationId, int version) {
        locked(applicationId, version);
        repository.delete(applicationId);
        return view(applicationId);
    }

    private OverrideView locked(UUID applicationId, int version) {
        Application application = applications.get(applicationId);
        repository.lock();
        OverrideView there = view(applicationId);
        ETags.match(version, there.version(), "The global provisioning policy of " + application.name());
        return there;
    }

    private OverrideView view(UUID applicationId) {
        Counting there = repository.of(List.of(applicationId));
        GlobalPolicy override = there.overrides().get(applicationId);
        return override == null ? OverrideView.inherited(there.ofAll()) : OverrideView.of(override);
    }
}
