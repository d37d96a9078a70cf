package dev.syncline.structure;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.connector.ObjectType;
import dev.syncline.identity.Group;
import dev.syncline.identity.GroupMember;
import dev.syncline.identity.Groups;
import dev.syncline.identity.Organization;
import dev.syncline.identity.Organizations;
import dev.syncline.intake.ObjectChange;
import dev.syncline.intake.ObjectChange.Wanted;
import dev.syncline.mapping.Subject;
import dev.syncline.presence.Presence;
import dev.syncline.presence.Presences;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What organizations and groups are to be in applications: the same in every one, but for its mappings and its accounts. */
@Component
class Wanting {

    private final Organizations organizations;
    private final Groups groups;
    private final Accounts accounts;
    private final Presences presences;

    Wanting(Organizations organizations, Groups groups, Accounts accounts, Presences presences) {
        this.organizations = organizations;
        this.groups = groups;
        this.accounts = accounts;
        this.presences = presences;
    }

    List<ObjectChange> organizations(Collection<UUID> applications, List<Organization> some) {
        Map<UUID, Organization> parents = organizations.findAll(
                some.stream().map(Organization::parentId).filter(Objects::nonNull).collect(Collectors.toSet()));
        return some.stream().flatMap(organization -> applications.stream().map(application -> new ObjectChange(
                application, ObjectType.ORGANIZATION, organization.id(), wanted(organization, parents.get(organization.parentId()))))).toList();
    }

    /** With the accounts their members have in each application, by name. */
    List<ObjectChange> groups(Collection<UUID> applications, Collection<Group> some) {
        presences.lockMembers();
        Map<UUID, List<GroupMember>> members = groups.membersOf(some.stream().map(Group::id).toList());
        Set<UUID> people = members.values().stream().flatMap(List::stream).map(GroupMember::id).collect(Collectors.toSet());
        Map<UUID, List<Account>> theirs = accounts.ofUsers(people);
        return some.stream().flatMap(group -> applications.stream().map(application -> new ObjectChange(application, ObjectType.GROUP,
                group.id(), wanted(group, names(application, members.getOrDefault(group.id(), List.of()), theirs))))).toList();
    }

    private static Wanted wanted(Group group, List<String> accounts) {
        return new Wanted(group.name(), group.name(), null, Map.of(Presence.MEMBERS, accounts), Subject.of(group));
    }

    private static List<String> names(UUID application, List<GroupMember> members, Map<UUID, List<Account>> theirs) {
        return members.stream()
                .flatMap(member -> theirs.getOrDefault(member.id(), List.of()).stream())
                .filter(account -> account.applicationId().equals(application) && isThere(account))
                .map(Account::name)
                .sorted()
                .toList();
    }

    /** One that is only wanted yet comes in when it is there: what a group is known to have must be what the target was told. */
    private static boolean isThere(Account account) {
        return switch (account.status()) {
            case ACTIVE, DISABLED -> true;
            case REQUESTED, DELETING -> false;
        };
    }

    private static Wanted wanted(Organization organization, @Nullable Organization parent) {
        Map<String, Object> fixed = new HashMap<>();
        fixed.put(Presence.PARENT, parent == null ? null : parent.code());
        return new Wanted(organization.name(), organization.code(), organization.parentId(), fixed, Subject.of(organization, parent));
    }
}
