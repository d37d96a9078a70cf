package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.syncline.connector.Change;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Reading;
import dev.syncline.connectors.ConflictRule;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.Unsupported;
import dev.syncline.connectors.http.HttpReply;
import dev.syncline.connectors.http.Urls;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is done to a group resource (RFC 7643, 4.2): its name, its own attributes, and all its members at once. */
final class GroupResources {

    private static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Group";

    private final ScimService service;
    private final ScimConfig config;

    GroupResources(ScimConfig config, ScimService service) {
        this.config = config;
        this.service = service;
    }

    Outcome apply(Change change, Exchanges exchanges) throws Stopped {
        return switch (change.action()) {
            case CREATE -> create(change, exchanges);
            case UPDATE -> update(change, exchanges);
            case DELETE -> delete(change, exchanges);
            case ENABLE, DISABLE -> throw Stopped.refused(Unsupported.CODE, "Only accounts can be enabled and disabled.");
        };
    }

    Reading read(String name, Optional<String> remoteId, Exchanges exchanges) throws Stopped {
        Optional<Resource> group = remoteId.isPresent() ? byId(remoteId.get(), exchanges) : byName(name, exchanges);
        return group.isEmpty()
                ? new Reading.Gone()
                : new Reading.Found(group.get().id(), Optional.empty(),
                        Map.of("displayName", group.get().node().path("displayName").asText()), List.of());
    }

    /** Looks first: names of groups need not be unique (RFC 7643, 4.2), so a service would take a repeated creation as another group. */
    private Outcome create(Change change, Exchanges exchanges) throws Stopped {
        Optional<Resource> existing = byName(change.name(), exchanges);
        if (existing.isPresent()) {
            return adoptOrRefuse(existing.get(), change, exchanges);
        }
        ObjectNode group = edited(Json.object(), change);
        group.putArray("schemas").add(SCHEMA);
        HttpReply reply = service.send("POST", "/Groups", group, Optional.empty(), exchanges);
        return Outcome.Done.of(service.resource(reply, "Creating the group " + change.name()).id());
    }

    private Outcome adoptOrRefuse(Resource existing, Change change, Exchanges exchanges) throws Stopped {
        boolean same = change.members().map(wanted -> Set.copyOf(wanted).equals(members(existing.node()))).orElse(true);
        if (same && change.attributes().isEmpty()) {
            return new Outcome.Done(Optional.of(existing.id()), Optional.of("The group was already there with these values."));
        }
        if (config.conflict() == ConflictRule.REFUSE) {
            throw Stopped.refused("409", "The group \"%s\" already exists with other values, and the connection is set to refuse existing ones."
                    .formatted(change.name()));
        }
        write(existing.id(), change, exchanges);
        return new Outcome.Done(Optional.of(existing.id()),
                Optional.of("Adopted the existing group " + existing.id() + " and gave it the wanted values."));
    }

    private Outcome update(Change change, Exchanges exchanges) throws Stopped {
        String id = known(change, exchanges).orElseThrow(() -> Stopped.refused(
                "404", "The service has no group \"%s\"; it must be created first.".formatted(change.name())));
        write(id, change, exchanges);
        return Outcome.Done.of(id);
    }

    private Outcome delete(Change change, Exchanges exchanges) throws Stopped {
        Optional<String> id = known(change, exchanges);
        if (id.isEmpty()) {
            return Outcome.Done.noted("The service has no group \"" + change.name() + "\".");
        }
        HttpReply reply = service.delete(ScimService.path("Groups", id.get()), exchanges);
        if (reply.status() == 404 || reply.status() == 410) {
            return Outcome.Done.noted("The service had no group " + id.get() + " any more.");
        }
        service.requireOk(reply, "Deleting the group " + change.name());
        return Outcome.Done.of(id.get());
    }

    private void write(String id, Change change, Exchanges exchanges) throws Stopped {
        String path = ScimService.path("Groups", id);
        String what = "Changing the group " + change.name();
        service.requireOk(switch (config.style()) {
            case PATCH -> service.send("PATCH", path, patch(change), Optional.empty(), exchanges);
            case PUT -> Repeating.onConflict(() -> {
                HttpReply found = service.get(path, exchanges);
                if (!found.ok()) {
                    return found;
                }
                Resource group = service.resource(found, what);
                return service.send("PUT", path, edited(group.writable(), change), group.version(), exchanges);
            });
        }, what);
        if (config.style() == ScimConfig.Style.PATCH && change.members().filter(List::isEmpty).isPresent()) {
            removeMembers(path, what, exchanges);
        }
    }

    /** By itself, because a group that has none already may be refused: RFC 7644, table 9. */
    private void removeMembers(String path, String what, Exchanges exchanges) throws Stopped {
        HttpReply reply = service.send("PATCH", path, new PatchBody().remove("members").node(), Optional.empty(), exchanges);
        if (!Groups.noMember(reply)) {
            service.requireOk(reply, what);
        }
    }

    private static ObjectNode patch(Change change) {
        PatchBody patch = new PatchBody().replace("displayName", TextNode.valueOf(change.name()));
        change.attributes().forEach((name, value) -> patch.replaceOrRemove(name, Json.of(value)));
        change.members().filter(members -> !members.isEmpty()).ifPresent(members -> patch.replace("members", array(members)));
        return patch.node();
    }

    private static ObjectNode edited(ObjectNode group, Change change) {
        group.put("displayName", change.name());
        change.attributes().forEach((name, value) -> group.set(name, Json.of(value)));
        change.members().ifPresent(members -> group.set("members", array(members)));
        return group;
    }

    private static ArrayNode array(List<String> members) {
        ArrayNode array = Json.object().putArray("members");
        members.forEach(member -> array.addObject().put("value", member));
        return array;
    }

    private static Set<String> members(JsonNode group) {
        Set<String> members = new HashSet<>();
        group.path("members").forEach(member -> members.add(member.path("value").asText()));
        return members;
    }

    private Optional<String> known(Change change, Exchanges exchanges) throws Stopped {
        if (change.remoteId().isPresent()) {
            return change.remoteId();
        }
        Optional<Resource> found = byName(change.name(), exchanges);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get().id());
    }

    private Optional<Resource> byId(String id, Exchanges exchanges) throws Stopped {
        HttpReply reply = service.get(ScimService.path("Groups", id), exchanges);
        return reply.status() == 404 ? Optional.empty() : Optional.of(service.resource(reply, "Reading the group " + id));
    }

    /** A service that ignores the filter must not make us take another group. */
    private Optional<Resource> byName(String name, Exchanges exchanges) throws Stopped {
        HttpReply reply = service.get("/Groups?filter=" + Urls.encoded("displayName eq " + TextNode.valueOf(name)), exchanges);
        for (JsonNode group : service.resource(reply, "Looking for the group " + name).node().path("Resources")) {
            if (group instanceof ObjectNode node && node.path("displayName").asText().equals(name)) {
                return Optional.of(new Resource(node, Json.text(node.path("meta"), "version")));
            }
        }
        return Optional.empty();
    }
}
