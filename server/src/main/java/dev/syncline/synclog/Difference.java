package dev.syncline.synclog;

import dev.syncline.connector.PermissionRef;
import dev.syncline.journal.Veil;
import dev.syncline.task.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One value of a task's parameters that a person changed. Secrets are masked on both sides.
 *
 * @param path {@code name}, {@code attributes.mail}, {@code bind} or {@code unbind}
 * @param before null when there was none
 * @param after null when it was taken away or cleared
 */
public record Difference(String path, @Nullable Object before, @Nullable Object after) {

    private static final String ATTRIBUTES = "attributes.";

    /** What distinguishes two snapshots, name first, then attributes, then permissions. */
    public static List<Difference> between(Parameters before, Parameters after) {
        return between(before, after, Set.of());
    }

    /** @param newSecrets attributes that were given a new secret value, which the masked snapshots cannot show */
    public static List<Difference> between(Parameters before, Parameters after, Set<String> newSecrets) {
        List<Difference> all = new ArrayList<>();
        if (!Objects.equals(before.name(), after.name())) {
            all.add(new Difference("name", before.name(), after.name()));
        }
        attributes(before.attributes(), after.attributes(), newSecrets, all);
        permissions("bind", before.bind(), after.bind(), all);
        permissions("unbind", before.unbind(), after.unbind(), all);
        return List.copyOf(all);
    }

    /** For a reader who may not see personal values. */
    public Difference behind(Veil veil) {
        String attribute = path.startsWith(ATTRIBUTES) ? path.substring(ATTRIBUTES.length()) : path;
        return new Difference(path, veil.value(attribute, before), veil.value(attribute, after));
    }

    private static void attributes(
            Map<String, Object> before, Map<String, Object> after, Set<String> newSecrets, List<Difference> all) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            Object was = before.get(name);
            Object is = after.get(name);
            boolean changed = !same(was, is) || before.containsKey(name) != after.containsKey(name) || newSecrets.contains(name);
            if (changed) {
                all.add(new Difference(ATTRIBUTES + name, was, is));
            }
        }
    }

    private static void permissions(String path, List<PermissionRef> before, List<PermissionRef> after, List<Difference> all) {
        Map<String, PermissionRef> was = byId(before);
        Map<String, PermissionRef> is = byId(after);
        was.forEach((id, permission) -> {
            if (!is.containsKey(id)) {
                all.add(new Difference(path, permission.name(), null));
            }
        });
        is.forEach((id, permission) -> {
            if (!was.containsKey(id)) {
                all.add(new Difference(path, null, permission.name()));
            }
        });
    }

    /** Numbers of one value are the same however they were read: 5 as Integer and 5 as Long. */
    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number && other instanceof Number) {
            return one.toString().equals(other.toString());
        }
        if (one instanceof List<?> first && other instanceof List<?> second) {
            return first.size() == second.size()
                    && IntStream.range(0, first.size()).allMatch(i -> same(first.get(i), second.get(i)));
        }
        return Objects.equals(one, other);
    }

    private static Map<String, PermissionRef> byId(List<PermissionRef> permissions) {
        return permissions.stream().collect(Collectors.toMap(PermissionRef::id, Function.identity(), (first, second) -> first,
                LinkedHashMap::new));
    }
}
