package dev.syncline.scim;

import com.fasterxml.jackson.databind.JsonNode;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.endpoints.features.EndpointType;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.interceptor.Interceptor;
import de.captaingoldfish.scim.sdk.server.patch.PatchOperationHandler;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dev.syncline.identity.GroupData;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code /Groups}: a resource is a group of users. Groups do not hold groups. */
@Component
class GroupResources extends ResourceHandler<Group> {

    private final UserParts parts;
    private final GroupListing listing;
    private final Transactions transactions;

    GroupResources(UserParts parts, GroupListing listing, Transactions transactions) {
        this.parts = parts;
        this.listing = listing;
        this.transactions = transactions;
    }

    @Override
    public Interceptor getInterceptor(EndpointType endpointType) {
        return transactions.part();
    }

    @Override
    public Group createResource(Group resource, Context context) {
        return changing(context, () -> {
            GroupData data = new GroupData(Json.text(resource, "displayName"), null, Json.text(resource, "externalId"));
            dev.syncline.identity.Group made = parts.groups().create(data, members(resource), ScimContext.of(context).act());
            return listing.all(List.of(made.id()), true, context).getFirst();
        });
    }

    @Override
    public Group updateResource(Group resource, Context context) {
        return changing(context, () -> {
            dev.syncline.identity.Group before = required(resource.getId().orElse(null));
            GroupData data = new GroupData(Json.text(resource, "displayName"), before.description(), Json.text(resource, "externalId"));
            parts.groups().replace(before.id(), data, members(resource), ScimContext.of(context).act());
            return listing.all(List.of(before.id()), true, context).getFirst();
        });
    }

    @Override
    public void deleteResource(String id, Context context) {
        changing(context, () -> {
            dev.syncline.identity.Group group = required(id);
            parts.groups().delete(group.id(), group.version(), ScimContext.of(context).act());
            return null;
        });
    }

    @Override
    public Group getResource(String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excludedAttributes, Context context) {
        return ScimContext.of(context).answering(() -> {
            UUID groupId = Refusals.id(id);
            return groupId == null ? null
                    : listing.all(List.of(groupId), asked(attributes, excludedAttributes), context).stream().findFirst().orElse(null);
        });
    }

    /** Whole, whatever the answer is to have of it: what is missing here would be taken away. */
    @Override
    public Group getResourceForUpdate(
            String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excludedAttributes, Context context, EndpointType type) {
        return changing(context, () -> listing.all(List.of(required(id).id()), true, context).getFirst());
    }

    @Override
    public PatchOperationHandler<Group> getPatchOpResourceHandler(String id, Context context) {
        ReadOnly.refuse(context.getRequestBody(), ReadOnly.OF_GROUPS);
        return new Patches<>(this, context);
    }

    @Override
    public PartialListResponse<Group> listResources(
            long startIndex, int count, FilterNode filter, SchemaAttribute sortBy, SortOrder sortOrder,
            List<SchemaAttribute> attributes, List<SchemaAttribute> excludedAttributes, Context context) {
        return ScimContext.of(context).answering(() -> listing.page(
                new Search(filter, sortBy, sortOrder, startIndex, count), asked(attributes, excludedAttributes), context));
    }

    /** What a set has collected is written first: members must be there. Afterwards users are others than they were. */
    private static <T> T changing(Context context, Supplier<T> part) {
        ScimContext request = ScimContext.of(context);
        request.writeCollected();
        T answer = request.answering(part);
        request.users().forget();
        return answer;
    }

    /** Locked, so that nobody comes or goes between what is read here and what is written from it. */
    private dev.syncline.identity.Group required(@Nullable String id) {
        UUID groupId = Refusals.id(id);
        if (groupId == null) {
            throw Refusals.noSuch("group", id);
        }
        return parts.groups().lock(groupId);
    }

    private static boolean asked(List<SchemaAttribute> attributes, List<SchemaAttribute> excluded) {
        boolean left = excluded != null && excluded.stream().anyMatch(attribute -> attribute.getScimNodeName().equals("members"));
        boolean wanted = attributes == null || attributes.isEmpty()
                || attributes.stream().anyMatch(attribute -> attribute.getScimNodeName().startsWith("members"));
        return wanted && !left;
    }

    private static Set<UUID> members(JsonNode resource) {
        Set<UUID> members = new LinkedHashSet<>();
        for (JsonNode member : resource.path("members")) {
            String value = Json.text(member, "value");
            UUID id = Refusals.id(value);
            if ("Group".equalsIgnoreCase(Json.text(member, "type"))) {
                throw Refusals.value("A group holds users only, not the group " + Refusals.shortened(value) + "; give its users instead.");
            }
            if (id == null) {
                throw Refusals.value("There is no user with the id " + Refusals.shortened(value) + "; a member's value is the id of a user.");
            }
            members.add(id);
        }
        return members;
    }
}
