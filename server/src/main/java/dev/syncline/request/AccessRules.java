package dev.syncline.request;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The rules of applications, for those who take access away. */
@Service
public class AccessRules {

    private final AccessRuleRepository repository;

    AccessRules(AccessRuleRepository repository) {
        this.repository = repository;
    }

    /** Each application has one, if only the usual one. */
    public Map<UUID, AccessRule> of(Collection<UUID> applicationIds) {
        Map<UUID, AccessRule> rules = new HashMap<>();
        applicationIds.forEach(id -> rules.put(id, AccessRule.usual(id)));
        repository.rules(applicationIds).forEach(rule -> rules.put(rule.applicationId(), rule));
        return rules;
    }

    AccessRule of(UUID applicationId) {
        return repository.rules(List.of(applicationId)).stream().findFirst().orElseGet(() -> AccessRule.usual(applicationId));
    }
}
