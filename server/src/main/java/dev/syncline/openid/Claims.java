package dev.syncline.openid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The claims of an id token. A path leads into objects by dots ("realm_access.roles"); a claim whose own name has dots is found first. */
record Claims(Map<String, Object> all) {

    /** Empty when it is not there, or no text. */
    Optional<String> text(@Nullable String path) {
        return path == null ? Optional.empty() : find(all, path).filter(String.class::isInstance).map(String.class::cast)
                .map(String::strip).filter(text -> !text.isEmpty());
    }

    /** One text is a list of one. */
    List<String> texts(String path) {
        Object found = path == null ? null : find(all, path).orElse(null);
        return switch (found) {
            case String text -> List.of(text);
            case Collection<?> many -> many.stream().filter(String.class::isInstance).map(String.class::cast).toList();
            case null, default -> List.of();
        };
    }

    /** What it has at the top, for who sets it up. */
    List<String> names() {
        return new ArrayList<>(all.keySet()).stream().sorted().toList();
    }

    private static Optional<Object> find(Map<?, ?> in, String path) {
        if (in.containsKey(path)) {
            return Optional.ofNullable(in.get(path));
        }
        return Stream.iterate(path.indexOf('.'), dot -> dot > 0, dot -> path.indexOf('.', dot + 1))
                .flatMap(dot -> in.get(path.substring(0, dot)) instanceof Map<?, ?> below ? find(below, path.substring(dot + 1)).stream() : Stream.empty())
                .findFirst();
    }
}
