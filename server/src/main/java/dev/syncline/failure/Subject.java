package dev.syncline.failure;

import dev.syncline.task.Parameters;
import dev.syncline.task.Task;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a failed task was about.
 *
 * @param names what it calls its object, and values it asked for: they may stand in the message, and say nothing about the cause
 * @param attributes what the target calls its attributes, lower case: they do
 */
record Subject(List<String> names, Set<String> attributes) {

    static final Subject NOBODY = new Subject(List.of(), Set.of());

    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;
    private static final int MOST = 40;

    Subject {
        names = names.stream().filter(name -> name.length() >= shortest(name) && name.length() <= LONGEST).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed()).limit(MOST).toList();
        attributes = Set.copyOf(attributes);
    }

    static Subject of(Task task) {
        Map<String, Object> attributes = task.parameters().attributes();
        Stream<String> own = Stream.of(task.objectName(), task.parameters().name(), task.userName() == null ? "" : task.userName(),
                task.remoteId() == null ? "" : task.remoteId());
        Stream<String> values = attributes.values().stream().flatMap(Subject::texts).filter(Subject::isNoWord);
        return new Subject(Stream.concat(own, values).toList(),
                attributes.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
    }

    boolean hasAttribute(String name) {
        return attributes.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The text with a placeholder for each of the names, the longer ones first. */
    String leftOutOf(String text) {
        String left = text;
        for (String name : names) {
            left = leftOut(name, left);
        }
        return left;
    }

    private static String leftOut(String name, String text) {
        StringBuilder left = new StringBuilder();
        int from = 0;
        for (int at = 0; at + name.length() <= text.length(); at++) {
            if (text.regionMatches(true, at, name, 0, name.length()) && standsAlone(text, at, at + name.length())) {
                left.append(text, from, at).append("<name>");
                from = at + name.length();
                at = from - 1;
            }
        }
        return from == 0 ? text : left.append(text, from, text.length()).toString();
    }

    private static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || !joins(text.charAt(start - 1), text.charAt(start)))
                && (end == text.length() || !joins(text.charAt(end - 1), text.charAt(end)));
    }

    /** A Chinese name may have two signs. */
    private static int shortest(String name) {
        return name.chars().allMatch(Character::isIdeographic) ? SHORTEST - 1 : SHORTEST;
    }

    /** In Chinese and Japanese words are not set apart, and no placeholder is changed. */
    private static boolean joins(char one, char other) {
        boolean letters = Character.isLetterOrDigit(one) && Character.isLetterOrDigit(other);
        return letters && !Character.isIdeographic(one) && !Character.isIdeographic(other) || one == '<' || other == '>';
    }

    private static Stream<String> texts(Object value) {
        return switch (value) {
            case String text -> Stream.of(text);
            case Collection<?> all -> all.stream().flatMap(Subject::texts);
            case null, default -> Stream.empty();
        };
    }

    /** "sales" may be a word of the message; "Li", "+49 30" and "li.ming" are somebody's. */
    private static boolean isNoWord(String value) {
        return !value.equals(Parameters.SECRET) && !value.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
