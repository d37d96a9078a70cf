package dev.syncline.application;

import dev.syncline.connector.ObjectType;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.mapping.Expression;
import dev.syncline.mapping.Mapped;
import dev.syncline.mapping.Mapper;
import dev.syncline.mapping.Mapping;
import dev.syncline.mapping.MappingError;
import dev.syncline.mapping.Subject;
import dev.syncline.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what the mappings of an application would give for a user, before they are saved. */
@Component
class Preview {

    private static final String HIDDEN = "********";

    private final Applications applications;
    private final Targets targets;
    private final Users users;
    private final Organizations organizations;
    private final Mapper mapper;

    Preview(Applications applications, Targets targets, Users users, Organizations organizations, Mapper mapper) {
        this.applications = applications;
        this.targets = targets;
        this.users = users;
        this.organizations = organizations;
        this.mapper = mapper;
    }

    /**
     * @param mappings tried in place of the stored ones; null for these
     * @param accountNameExpression tried in place of the stored one; null for this
     */
    record Body(@Nullable UUID userId, @Nullable List<ApplicationBody.MappingBody> mappings, @Nullable String accountNameExpression) {}

    /** @param name null when its expression failed */
    record Shown(@Nullable String name, Map<String, Object> attributes, List<MappingError> errors) {}

    Shown show(UUID applicationId, Body body) {
        if (body.userId() == null) {
            throw ProblemException.invalid("userId", "Say for which user.");
        }
        Application application = applications.get(applicationId);
        User user = users.get(body.userId());
        Subject subject = Subject.of(user, user.organizationId() == null ? null : organizations.get(user.organizationId()));
        String expression = body.accountNameExpression() == null
                ? application.accountNameExpression()
                : body.accountNameExpression();
        List<MappingError> errors = new ArrayList<>();
        String name = name(expression, subject, errors);
        Mapped mapped = mapper.map(mappings(application, body), subject.withAccountName(name));
        errors.addAll(mapped.errors());
        return new Shown(name, hidden(mapped, targets.secretAttributes(application)), errors);
    }

    private static List<Mapping> mappings(Application application, Body body) {
        List<ApplicationBody.MappingBody> tried = body.mappings();
        List<Mapping> mappings = tried == null
                ? application.mappings()
                : tried.stream().map(ApplicationBody.MappingBody::toMapping).toList();
        return mappings.stream().filter(mapping -> mapping.objectType() == ObjectType.ACCOUNT).toList();
    }

    private @Nullable String name(String expression, Subject subject, List<MappingError> errors) {
        try {
            return mapper.accountName(expression, subject);
        } catch (Expression.Failed e) {
            errors.add(new MappingError("name", "The account name gave no value: " + e.getMessage() + "."));
            return null;
        }
    }

    /** Those the tried mappings call secret, and those the application knows to be. */
    private static Map<String, Object> hidden(Mapped mapped, Set<String> secret) {
        Map<String, Object> shown = new LinkedHashMap<>(mapped.attributes());
        shown.replaceAll((target, value) ->
                value != null && (mapped.secretTargets().contains(target) || secret.contains(target)) ? HIDDEN : value);
        return shown;
    }
}
