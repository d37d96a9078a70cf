package dev.syncline.request;

import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.request.AccessRequest.Item;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the people to ask. Only enabled users, and never the one who asks or whom it is for: nobody decides an own request. */
@Component
class Approvers {

    private final Users users;
    private final AccessRuleRepository owners;

    Approvers(Users users, AccessRuleRepository owners) {
        this.users = users;
        this.owners = owners;
    }

    /** Whom the step asks first; those of the fallback when there is nobody; empty when it falls to the administrators. */
    List<Person> first(ApprovalStep step, AccessRequest request) {
        List<Person> people = able(request, switch (step.approvers()) {
            case MANAGER -> managerOf(request.beneficiary().id()).stream().toList();
            case OWNER -> owners.owners(request.items().stream().map(Item::applicationId).distinct().toList());
            case NAMED -> step.named();
        });
        return people.isEmpty() ? able(request, step.fallback()) : people;
    }

    /** Whom the step asks when time has run out; empty when it falls to the administrators. */
    List<Person> standIns(ApprovalStep step, AccessRequest request) {
        List<Person> people = step.escalateTo() == ApprovalStep.Escalation.MANAGERS_MANAGER
                ? able(request, managerOf(request.beneficiary().id()).flatMap(this::managerOf).stream().toList())
                : List.of();
        return people.isEmpty() ? able(request, step.fallback()) : people;
    }

    private Optional<UUID> managerOf(UUID user) {
        return users.find(user).map(User::managerId);
    }

    private List<Person> able(AccessRequest request, Collection<UUID> ids) {
        Map<UUID, User> found = users.findAll(ids);
        return ids.stream()
                .filter(id -> !request.concerns(id))
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(user -> user.status() == User.Status.ENABLED)
                .map(Person::of)
                .distinct()
                .toList();
    }
}
