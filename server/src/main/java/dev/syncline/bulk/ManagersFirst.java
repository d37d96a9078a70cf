package dev.syncline.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Puts managers before those who report to them, so that each user can be created with the manager at once. Who reports to himself
 * in a circle comes last.
 *
 * @param <T> a user to be, with a user name and, or null, the user name of a manager, both in lower case
 */
final class ManagersFirst<T> {

    private static final int CIRCLE = Integer.MAX_VALUE;

    private final Map<String, T> byName = new HashMap<>();
    private final Function<T, String> name;
    private final Function<T, String> manager;
    private final Map<String, Integer> depths = new HashMap<>();

    private ManagersFirst(List<T> all, Function<T, String> name, Function<T, String> manager) {
        this.name = name;
        this.manager = manager;
        all.forEach(one -> byName.put(name.apply(one), one));
    }

    /** Sets, each in the order given, in which nobody's manager is in the same or a later one, but for circles. */
    static <T> List<List<T>> waves(List<T> all, Function<T, String> name, Function<T, String> manager) {
        ManagersFirst<T> order = new ManagersFirst<>(all, name, manager);
        Map<Integer, List<T>> waves = new TreeMap<>();
        all.forEach(one -> waves.computeIfAbsent(order.depth(one), _ -> new ArrayList<>()).add(one));
        return List.copyOf(waves.values());
    }

    /** How many managers above are to be created too. Walks up without recursion: a chain may be as long as the file. */
    private int depth(T one) {
        Set<String> chain = new LinkedHashSet<>();
        String next = name.apply(one);
        while (next != null && byName.containsKey(next) && !depths.containsKey(next) && chain.add(next)) {
            next = manager.apply(byName.get(next));
        }
        int depth = next == null || !byName.containsKey(next) ? -1 : depths.getOrDefault(next, CIRCLE);
        for (String above : chain.stream().toList().reversed()) {
            depth = depth == CIRCLE ? CIRCLE : depth + 1;
            depths.put(above, depth);
        }
        return Objects.requireNonNull(depths.get(name.apply(one)), "it was found out now, or on the way from another");
    }
}
