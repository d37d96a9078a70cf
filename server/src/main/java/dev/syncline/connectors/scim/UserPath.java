package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.filters.Filter;
import dev.syncline.connectors.Stopped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A mapping target: an attribute path (RFC 7644, figure 1) such as {@code name.givenName}, {@code emails[type eq "work"].value} or
 * {@code urn:...:User:department}. Unlike a PATCH of the standard, setting a value a filter does not find makes it, with the
 * attributes the filter asks for.
 */
final class UserPath {

    static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";

    private static final Set<String> MULTI_VALUED = Set.of(
            "emails", "phonenumbers", "ims", "photos", "addresses", "groups", "entitlements", "roles", "x509certificates");

    private final String text;
    private final Optional<String> extension;
    private final List<Path.Element> elements;

    private UserPath(String text, Path path) {
        this.text = text;
        this.extension = Optional.ofNullable(path.getSchemaUrn()).filter(urn -> !urn.equalsIgnoreCase(CORE));
        this.elements = StreamSupport.stream(path.spliterator(), false).toList();
    }

    static UserPath of(String text) throws Stopped {
        try {
            var path = new UserPath(text, Path.fromString(text));
            path.check();
            return path;
        } catch (BadRequestException e) {
            throw Stopped.invalid("The attribute \"%s\" is no SCIM path: %s".formatted(text, e.getMessage()));
        }
    }

    private void check() throws Stopped {
        if (elements.isEmpty()) {
            throw Stopped.invalid("The attribute \"%s\" names no attribute of a user.".formatted(text));
        }
        Path.Element first = elements.getFirst();
        if (elements.size() > 1 && first.getValueFilter() == null && MULTI_VALUED.contains(first.getAttribute().toLowerCase(Locale.ROOT))) {
            throw Stopped.invalid("The attribute \"%s\" has many values. Say which is meant, such as %s[type eq \"work\"].%s."
                    .formatted(text, first.getAttribute(), elements.get(1).getAttribute()));
        }
        for (Path.Element element : elements) {
            if (element.getValueFilter() != null && !ValueFilter.isMakeable(element.getValueFilter())) {
                throw Stopped.invalid("The filter in \"%s\" must be made of \"eq\" and \"and\".".formatted(text));
            }
        }
    }

    boolean filtered() {
        return elements.stream().anyMatch(element -> element.getValueFilter() != null);
    }

    Optional<String> extension() {
        return extension;
    }

    /** The path of the whole attribute, which a PATCH replaces when a filter is in it. */
    String attribute() {
        String name = elements.getFirst().getAttribute();
        return extension.map(urn -> urn + ":" + name).orElse(name);
    }

    /** The value of the whole attribute in a user; missing when it has none. */
    JsonNode attributeIn(ObjectNode user) {
        return holder(user).path(elements.getFirst().getAttribute());
    }

    /** The value in a user; missing when it has none. */
    JsonNode in(ObjectNode user) {
        JsonNode node = holder(user);
        for (Path.Element element : elements) {
            node = node.path(element.getAttribute());
            if (element.getValueFilter() != null) {
                node = ValueFilter.find(node, element.getValueFilter());
            }
        }
        return node;
    }

    private JsonNode holder(ObjectNode user) {
        return extension.isEmpty() ? user : user.path(extension.get());
    }

    void set(ObjectNode user, JsonNode value) {
        ObjectNode holder = extension.isEmpty() ? user : child(user, extension.get());
        for (int i = 0; i < elements.size(); i++) {
            Path.Element element = elements.get(i);
            boolean last = i == elements.size() - 1;
            if (element.getValueFilter() != null) {
                holder = findOrMake(array(holder, element.getAttribute()), element.getValueFilter());
                if (last) {
                    holder.set("value", value);
                }
            } else if (last) {
                holder.set(element.getAttribute(), value);
            } else {
                holder = child(holder, element.getAttribute());
            }
        }
    }

    void clear(ObjectNode user) {
        JsonNode holder = holder(user);
        if (holder instanceof ObjectNode object) {
            clear(object, 0);
            if (extension.isPresent() && object.isEmpty()) {
                user.remove(extension.get());
            }
        }
    }

    /** Takes the value out, and what holds nothing any more without it. */
    private void clear(ObjectNode holder, int depth) {
        Path.Element element = elements.get(depth);
        String name = element.getAttribute();
        boolean last = depth == elements.size() - 1;
        JsonNode child = holder.path(name);
        if (element.getValueFilter() != null) {
            clearFound(child, element.getValueFilter(), depth);
        } else if (last) {
            holder.remove(name);
        } else if (child instanceof ObjectNode object) {
            clear(object, depth + 1);
        }
        if (child.isContainerNode() && child.isEmpty()) {
            holder.remove(name);
        }
    }

    private void clearFound(JsonNode array, Filter filter, int depth) {
        if (!(ValueFilter.find(array, filter) instanceof ObjectNode found)) {
            return;
        }
        boolean last = depth == elements.size() - 1;
        if (!last) {
            clear(found, depth + 1);
        }
        if (last || ValueFilter.isAllThatIsLeft(found, filter)) {
            removeFrom((ArrayNode) array, found);
        }
    }

    /** That very one, not what looks alike. */
    @SuppressWarnings("ReferenceEquality")
    private static void removeFrom(ArrayNode array, JsonNode element) {
        for (int i = array.size() - 1; i >= 0; i--) {
            if (array.get(i) == element) {
                array.remove(i);
            }
        }
    }

    private static ObjectNode findOrMake(ArrayNode array, Filter filter) {
        if (ValueFilter.find(array, filter) instanceof ObjectNode found) {
            return found;
        }
        ObjectNode made = array.addObject();
        ValueFilter.fill(made, filter);
        return made;
    }

    private static ObjectNode child(ObjectNode holder, String name) {
        return holder.path(name) instanceof ObjectNode object ? object : holder.putObject(name);
    }

    private static ArrayNode array(ObjectNode holder, String name) {
        return holder.path(name) instanceof ArrayNode array ? array : holder.putArray(name);
    }

    /** As the mapping writes it. */
    @Override
    public String toString() {
        return text;
    }
}
