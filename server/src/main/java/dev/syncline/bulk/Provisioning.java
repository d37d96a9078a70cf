package dev.syncline.bulk;

import dev.syncline.account.Accounts;
import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.identity.User;
import dev.syncline.identity.UserView;
import dev.syncline.identity.UserViews;
import dev.syncline.journal.Actor;
import dev.syncline.permission.Permission;
import dev.syncline.permission.Permissions;
import dev.syncline.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Gives the users a filter finds an account each. */
@Service
class Provisioning {

    private static final int PAGE = 1_000;
    private static final int SAMPLE = 20;

    private final Applications applications;
    private final Permissions permissions;
    private final Accounts accounts;
    private final Audience audience;
    private final UserViews views;
    private final Batches batches;
    private final Background background;
    private final JsonMapper json;

    Provisioning(Applications applications, Permissions permissions, Accounts accounts, Audience audience, UserViews views,
            Batches batches, Background background, JsonMapper json) {
        this.applications = applications;
        this.permissions = permissions;
        this.accounts = accounts;
        this.audience = audience;
        this.views = views;
        this.batches = batches;
        this.background = background;
        this.json = json;
    }

    /** What a client sends. */
    record Body(UUID applicationId, ProvisioningOptions.Filter filter, List<UUID> permissionIds) {
        ProvisioningOptions options() {
            return new ProvisioningOptions(filter, permissionIds);
        }
    }

    /**
     * @param alreadyHave those of the matching users who have an account, who will be skipped
     * @param sample the first of the matching users
     */
    record Preview(int matching, int alreadyHave, List<UserView> sample) {}

    Preview preview(Body body) {
        application(body);
        return look(body);
    }

    Batch begin(Body body, Actor actor) {
        Application application = application(body);
        int matching = look(body).matching();
        if (matching == 0) {
            throw ProblemException.invalid("filter", "No user matches the filter; widen it.");
        }
        Batch batch = batches.begin(Batch.Kind.PROVISIONING, application.id(), "Batch provisioning of " + application.name(),
                json.writeValueAsString(body.options()), matching, actor);
        background.work(batch);
        return batch;
    }

    private Preview look(Body body) {
        List<User> sample = new ArrayList<>();
        int matching = 0;
        int have = 0;
        String after = "";
        while (after != null) {
            Audience.Found found = audience.after(body.options().filter(), after, PAGE);
            matching += found.matching().size();
            have += accounts.ofUsers(body.applicationId(), found.matching().stream().map(User::id).toList()).size();
            found.matching().stream().limit(SAMPLE - sample.size()).forEach(sample::add);
            after = found.next();
        }
        return new Preview(matching, have, views.of(sample));
    }

    private Application application(Body body) {
        if (body.applicationId() == null) {
            throw ProblemException.invalid("applicationId", "Say in which application.");
        }
        Application application = applications.get(body.applicationId());
        audience.check(body.options().filter());
        Map<UUID, Permission> found = permissions.findAll(body.options().permissionIds());
        body.options().permissionIds().stream()
                .filter(id -> !found.containsKey(id) || !found.get(id).applicationId().equals(application.id()))
                .findFirst()
                .ifPresent(id -> {
                    throw ProblemException.invalid("permissionIds",
                            "The application " + application.name() + " has no permission with the id " + id + ".");
                });
        return application;
    }
}
