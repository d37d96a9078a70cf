package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.syncline.connector.Change;
import dev.syncline.connectors.Stopped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Values of a change as attributes and modifications. */
final class EntryAttributes {

    private final Branch branch;

    EntryAttributes(Branch branch) {
        this.branch = branch;
    }

    /** @throws Stopped when the change maps the naming attribute to something else than the object's name */
    void requireOneName(Change change) throws Stopped {
        for (Map.Entry<String, Object> attribute : change.attributes().entrySet()) {
            if (!isNotTheName(attribute) && texts(attribute.getValue()).stream().noneMatch(change.name()::equalsIgnoreCase)) {
                throw Stopped.invalid("The attribute \"%s\" names the entry and must be its name \"%s\"; leave it out of the mapping."
                        .formatted(attribute.getKey(), change.name()));
            }
        }
    }

    List<Attribute> ofNewEntry(Change change) {
        List<Attribute> all = new ArrayList<>();
        if (change.attributes().keySet().stream().noneMatch("objectClass"::equalsIgnoreCase)) {
            all.add(new Attribute("objectClass", branch.classes()));
        }
        all.add(new Attribute(branch.rdnAttribute(), change.name()));
        all.addAll(wanted(change));
        return all;
    }

    /** The attributes that have values; the naming attribute is the entry's name and goes by that. */
    List<Attribute> wanted(Change change) {
        return change.attributes().entrySet().stream()
                .filter(this::isNotTheName)
                .map(attribute -> new Attribute(attribute.getKey(), texts(attribute.getValue())))
                .filter(attribute -> attribute.size() > 0)
                .toList();
    }

    /** A replacement each: harmless when repeated, and one without values removes the attribute (RFC 4511, 4.6). */
    List<Modification> modifications(Change change) {
        return change.attributes().entrySet().stream()
                .filter(this::isNotTheName)
                .map(attribute -> new Modification(
                        ModificationType.REPLACE, attribute.getKey(), texts(attribute.getValue()).toArray(String[]::new)))
                .toList();
    }

    private boolean isNotTheName(Map.Entry<String, Object> attribute) {
        return !attribute.getKey().equalsIgnoreCase(branch.rdnAttribute());
    }

    private static List<String> texts(Object value) {
        Stream<?> values = value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
        return values.filter(Objects::nonNull).map(EntryAttributes::text).filter(text -> !text.isEmpty()).toList();
    }

    /** Booleans are upper case in LDAP (RFC 4517, 3.3.3). */
    private static String text(Object value) {
        return value instanceof Boolean flag ? flag.toString().toUpperCase(Locale.ROOT) : value.toString();
    }
}
