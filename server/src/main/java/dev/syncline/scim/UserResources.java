package dev.syncline.scim;

import com.fasterxml.jackson.databind.JsonNode;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.endpoints.features.EndpointType;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.interceptor.Interceptor;
import de.captaingoldfish.scim.sdk.server.patch.PatchOperationHandler;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dev.syncline.identity.UserData;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code /Users}: a resource is a user of the platform. */
@Component
class UserResources extends ResourceHandler<User> {

    private final UserListing listing;
    private final Transactions transactions;

    UserResources(UserListing listing, Transactions transactions) {
        this.listing = listing;
        this.transactions = transactions;
    }

    /** A single request is one transaction; a bulk request brings its own. */
    @Override
    public Interceptor getInterceptor(EndpointType endpointType) {
        return transactions.unlessInSets(endpointType);
    }

    @Override
    public User createResource(User resource, Context context) {
        UserWork work = ScimContext.of(context).users();
        return answering(context, () -> {
            JsonNode enterprise = resource.path(Words.ENTERPRISE);
            UUID organization = work.placement().of(Json.text(enterprise, "department"), Json.text(enterprise, "organization"));
            UserData data = UserReader.data(resource, null, organization, manager(resource, null, work));
            Kept kept = new Kept(null, UserReader.externalId(resource), UserReader.document(resource), 1, null);
            return listing.written(work.create(data, UserReader.status(resource), kept), context);
        });
    }

    @Override
    public User updateResource(User resource, Context context) {
        UserWork work = ScimContext.of(context).users();
        return answering(context, () -> {
            Person before = required(resource.getId().orElse(null), work);
            UserData data = UserReader.data(resource, before.user(), organization(resource, before, work), manager(resource, before, work));
            Kept kept = new Kept(before.user().id(), UserReader.externalId(resource), UserReader.document(resource), 0, null);
            return listing.written(work.change(before, data, UserReader.status(resource), kept), context);
        });
    }

    @Override
    public void deleteResource(String id, Context context) {
        UserWork work = ScimContext.of(context).users();
        answering(context, () -> {
            work.delete(required(id, work));
            return null;
        });
    }

    @Override
    public User getResource(String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excludedAttributes, Context context) {
        return answering(context, () -> listing.one(id, context));
    }

    @Override
    public User getResourceForUpdate(
            String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excludedAttributes, Context context, EndpointType type) {
        UserWork work = ScimContext.of(context).users();
        return answering(context, () -> listing.written(required(id, work), context));
    }

    @Override
    public PatchOperationHandler<User> getPatchOpResourceHandler(String id, Context context) {
        ReadOnly.refuse(context.getRequestBody(), ReadOnly.OF_USERS);
        return new Patches<>(this, context);
    }

    @Override
    public PartialListResponse<User> listResources(
            long startIndex, int count, FilterNode filter, SchemaAttribute sortBy, SortOrder sortOrder,
            List<SchemaAttribute> attributes, List<SchemaAttribute> excludedAttributes, Context context) {
        return answering(context, () -> listing.page(new Search(filter, sortBy, sortOrder, startIndex, count), getServiceProvider(), context));
    }

    private static Person required(@Nullable String id, UserWork work) {
        Person person = work.forUpdate(id);
        if (person == null) {
            throw Refusals.noSuch("user", id);
        }
        return person;
    }

    /** Words the client had written before do not undo what an administrator has done since. */
    private static @Nullable UUID organization(JsonNode resource, Person before, UserWork work) {
        JsonNode enterprise = resource.path(Words.ENTERPRISE);
        String department = Json.text(enterprise, "department");
        String organization = Json.text(enterprise, "organization");
        boolean asBefore = Objects.equals(department, before.user().attributes().get("department"))
                && Objects.equals(organization, before.user().attributes().get("organization"));
        return asBefore && before.user().organizationId() != null
                ? before.user().organizationId()
                : work.placement().of(department, organization);
    }

    private static @Nullable UUID manager(JsonNode resource, @Nullable Person before, UserWork work) {
        String written = Json.text(resource.path(Words.ENTERPRISE).path("manager"), "value");
        if (written == null) {
            return null;
        }
        UUID id = Refusals.id(written);
        boolean asBefore = before != null && id != null && id.equals(before.user().managerId());
        if (id == null || !asBefore && !work.exists(id)) {
            throw Refusals.value("There is no user with the id " + Refusals.shortened(written)
                    + " to be the manager. Create the manager first, and give the id of that user.");
        }
        if (before != null && id.equals(before.user().id())) {
            throw Refusals.value("A user cannot be the manager of the same user; give another one.");
        }
        return id;
    }

    private static <T> T answering(Context context, Supplier<T> part) {
        return ScimContext.of(context).answering(part);
    }
}
