package dev.syncline.scim;

import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.exceptions.BadRequestException;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dev.syncline.identity.Group;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Users as resources: one, or a page with as many statements as one. */
@Component
class UserListing {

    /** Of how many users the rest of a filter may be looked at that the database does not understand. */
    private static final int MOST_COMPARED = 5_000;

    private final UserParts parts;
    private final SearchRepository search;

    UserListing(UserParts parts, SearchRepository search) {
        this.parts = parts;
        this.search = search;
    }

    /** Null when there is none. */
    @Nullable User one(String id, Context context) {
        UUID userId = Refusals.id(id);
        return userId == null ? null : all(List.of(userId), context).stream().findFirst().orElse(null);
    }

    /** What has just been written. Within a set nobody asks for the names around it, which would be a statement each. */
    User written(Person person, Context context) {
        if (ScimContext.of(context).users().inSets()) {
            return new UserWriter(context).write(person, null, List.of());
        }
        return write(List.of(person), context).getFirst();
    }

    PartialListResponse<User> page(Search wanted, ServiceProvider provider, Context context) {
        Condition condition = Condition.of(wanted.filter(), Columns.OF_USERS);
        if (condition.exact()) {
            SearchRepository.Found found = search.users(condition, wanted);
            return answer(all(found.ids(), context), found.total());
        }
        List<UUID> candidates = search.users(condition, wanted, MOST_COMPARED + 1);
        if (candidates.size() > MOST_COMPARED) {
            throw new BadRequestException("The filter asks for attributes that are not indexed, of more than " + MOST_COMPARED
                    + " users. Add a condition with \"and\" on userName, externalId, emails.value, employeeNumber, active, department,"
                    + " organization, title or meta.lastModified.", ScimType.RFC7644.TOO_MANY);
        }
        Matching rest = new Matching(provider);
        List<User> matching = all(candidates, context).stream().filter(user -> rest.holds(wanted.filter(), user)).toList();
        List<User> page = matching.stream().skip(wanted.startIndex() - 1).limit(wanted.count()).toList();
        return answer(page, matching.size());
    }

    private static PartialListResponse<User> answer(List<User> users, long total) {
        return PartialListResponse.<User>builder().resources(users).totalResults(total).build();
    }

    /** In the order of the ids. */
    private List<User> all(List<UUID> ids, Context context) {
        Map<UUID, dev.syncline.identity.User> users = parts.users().findAll(ids);
        Map<UUID, Kept> kept = parts.kept().byUser(ids);
        List<Person> people = ids.stream()
                .map(users::get)
                .filter(user -> user != null && user.status() != dev.syncline.identity.User.Status.DELETED)
                .map(user -> new Person(user, kept.getOrDefault(user.id(), Kept.nothing(user.id()))))
                .toList();
        return write(people, context);
    }

    private List<User> write(List<Person> people, Context context) {
        UserWriter writer = new UserWriter(context);
        Map<UUID, String> managers = names(people.stream()
                .map(person -> person.user().managerId()).filter(Objects::nonNull).collect(Collectors.toSet()));
        Set<UUID> grouped = people.stream()
                .filter(person -> !person.user().groups().isEmpty()).map(person -> person.user().id()).collect(Collectors.toSet());
        Map<UUID, List<Group>> groups = grouped.isEmpty() ? Map.of() : parts.groups().ofUsers(grouped);
        return people.stream()
                .map(person -> writer.write(person,
                        person.user().managerId() == null ? null : managers.get(person.user().managerId()),
                        groups.getOrDefault(person.user().id(), List.of())))
                .toList();
    }

    private Map<UUID, String> names(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : parts.users().findAll(ids).values().stream()
                .collect(Collectors.toMap(dev.syncline.identity.User::id, dev.syncline.identity.User::displayName));
    }
}
