package dev.syncline.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.etag.ETag;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import dev.syncline.identity.Group;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From what the platform keeps to a resource. Where an administrator has changed what a client wrote, the administrator's value is told. */
final class UserWriter {

    private final Context context;

    UserWriter(Context context) {
        this.context = context;
    }

    /** @param managerName null when there is no manager */
    User write(Person person, @Nullable String managerName, List<Group> groups) {
        dev.syncline.identity.User user = person.user();
        ObjectNode resource = person.kept().document().deepCopy();
        resource.put("id", user.id().toString());
        put(resource, "externalId", person.kept().externalId());
        resource.put("userName", user.userName());
        resource.put("displayName", user.displayName());
        resource.put("active", user.status() == dev.syncline.identity.User.Status.ENABLED);
        name(resource, user);
        preferred(resource, Preferred.EMAIL, user.email());
        preferred(resource, Preferred.PHONE, user.phone());
        Words.CORE_TEXTS.forEach(name -> put(resource, name, user.attributes().get(name)));
        ObjectNode enterprise = enterprise(user, managerName);
        ArrayNode schemas = resource.putArray("schemas").add(Words.USER);
        if (!enterprise.isEmpty()) {
            resource.set(Words.ENTERPRISE, enterprise);
            schemas.add(Words.ENTERPRISE);
        }
        groups(resource, groups);
        User made = JsonHelper.copyResourceToObject(resource, User.class);
        made.setMeta(meta(person, context.getCrossResourceReferenceUrl(user.id().toString(), "User").orElse(null)));
        return made;
    }

    private static void name(ObjectNode resource, dev.syncline.identity.User user) {
        ObjectNode name = resource.get("name") instanceof ObjectNode written ? written : Json.object();
        boolean asWritten = Objects.equals(Json.text(name, "givenName"), user.givenName())
                && Objects.equals(Json.text(name, "familyName"), user.familyName());
        put(name, "givenName", user.givenName());
        put(name, "familyName", user.familyName());
        if (!asWritten) {
            name.remove("formatted");
        }
        if (name.isEmpty()) {
            resource.remove("name");
        } else {
            resource.set("name", name);
        }
    }

    private static void preferred(ObjectNode resource, Preferred which, @Nullable String value) {
        ArrayNode values = resource.get(which.list()) instanceof ArrayNode written ? written : resource.putArray(which.list());
        int index = which.indexIn(values);
        if (index < 0 && value != null) {
            values.addObject().put("value", value).put("type", "work").put("primary", true);
        } else if (index >= 0 && value == null) {
            values.remove(index);
        } else if (index >= 0) {
            ((ObjectNode) values.get(index)).put("value", value);
        }
        if (values.isEmpty()) {
            resource.remove(which.list());
        }
    }

    private ObjectNode enterprise(dev.syncline.identity.User user, @Nullable String managerName) {
        ObjectNode enterprise = Json.object();
        put(enterprise, "employeeNumber", user.employeeNumber());
        Words.ENTERPRISE_TEXTS.forEach(name -> put(enterprise, name, user.attributes().get(name)));
        if (user.managerId() != null) {
            String id = user.managerId().toString();
            ObjectNode manager = enterprise.putObject("manager").put("value", id);
            context.getCrossResourceReferenceUrl(id, "User").ifPresent(url -> manager.put("$ref", url));
            put(manager, "displayName", managerName);
        }
        return enterprise;
    }

    private void groups(ObjectNode resource, List<Group> groups) {
        if (groups.isEmpty()) {
            return;
        }
        ArrayNode list = resource.putArray("groups");
        for (Group group : groups) {
            String id = group.id().toString();
            ObjectNode one = list.addObject().put("value", id).put("display", group.name()).put("type", "direct");
            context.getCrossResourceReferenceUrl(id, "Group").ifPresent(url -> one.put("$ref", url));
        }
    }

    private static Meta meta(Person person, @Nullable String location) {
        Instant updated = person.user().updatedAt();
        Instant kept = person.kept().updatedAt();
        return meta(person.user().createdAt(), kept != null && kept.isAfter(updated) ? kept : updated, person.version(), "User", location);
    }

    static Meta meta(Instant created, Instant updated, String version, String type, @Nullable String location) {
        return Meta.builder()
                .resourceType(type)
                .location(location)
                .created(created.truncatedTo(ChronoUnit.MILLIS))
                .lastModified(updated.truncatedTo(ChronoUnit.MILLIS))
                .version(ETag.builder().weak(true).tag(version).build())
                .build();
    }

    private static void put(ObjectNode node, String name, @Nullable Object value) {
        if (value instanceof String text && !text.isBlank()) {
            node.put(name, text);
        } else {
            node.remove(name);
        }
    }
}
