package dev.syncline.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dev.syncline.identity.GroupMember;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Groups as resources. */
@Component
class GroupListing {

    private final UserParts parts;
    private final SearchRepository search;

    GroupListing(UserParts parts, SearchRepository search) {
        this.parts = parts;
        this.search = search;
    }

    PartialListResponse<Group> page(Search wanted, boolean withMembers, Context context) {
        Condition condition = Condition.of(wanted.filter(), Columns.OF_GROUPS);
        if (!condition.exact()) {
            throw Refusals.filter("Groups can be found by id, externalId, displayName, members.value, meta.created and meta.lastModified only.");
        }
        SearchRepository.Found found = search.groups(condition, wanted);
        return PartialListResponse.<Group>builder().resources(all(found.ids(), withMembers, context)).totalResults(found.total()).build();
    }

    /** In the order of the ids; who is not there is left out. */
    List<Group> all(List<UUID> ids, boolean withMembers, Context context) {
        Map<UUID, dev.syncline.identity.Group> groups = parts.groups().findAll(ids);
        Map<UUID, List<GroupMember>> members = withMembers ? parts.groups().membersOf(groups.keySet()) : Map.of();
        return ids.stream()
                .map(groups::get)
                .filter(Objects::nonNull)
                .map(group -> write(group, members.getOrDefault(group.id(), List.of()), context))
                .toList();
    }

    private static Group write(dev.syncline.identity.Group group, List<GroupMember> members, Context context) {
        ObjectNode resource = Json.object();
        resource.putArray("schemas").add(Words.GROUP);
        resource.put("id", group.id().toString());
        if (group.externalId() != null) {
            resource.put("externalId", group.externalId());
        }
        resource.put("displayName", group.name());
        if (!members.isEmpty()) {
            ArrayNode list = resource.putArray("members");
            for (GroupMember member : members) {
                String id = member.id().toString();
                ObjectNode one = list.addObject().put("value", id).put("display", member.displayName()).put("type", "User");
                context.getCrossResourceReferenceUrl(id, "User").ifPresent(url -> one.put("$ref", url));
            }
        }
        Group made = JsonHelper.copyResourceToObject(resource, Group.class);
        made.setMeta(UserWriter.meta(group.createdAt(), group.updatedAt(), String.valueOf(group.version()), "Group",
                context.getCrossResourceReferenceUrl(group.id().toString(), "Group").orElse(null)));
        return made;
    }
}
