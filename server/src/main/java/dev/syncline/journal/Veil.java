package dev.syncline.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hides the personal values of one record from a reader who may not see them. In place of each stands a mark, {@code [personal:MARK]}, which
 * tells neither its length nor its form; the same value has the same mark everywhere in the record, and another one in any other record.
 *
 * <p>A value is found by the name of its field, in JSON, LDIF (RFC 2849) and form encoding; and what was found by name, or is known from the
 * task's parameters, is hidden wherever else it stands, in texts, addresses and headers too. A mail address is hidden in any case. Values
 * that the list shows anyway, such as an account's name, are not. For one reader and one thread.
 */
public final class Veil {

    /** For who may see everything. */
    public static final Veil NONE = new Veil(PersonalNames.NONE, value -> value, Set.of());

    private static final String OPENING = "[personal:";
    private static final Pattern MARK = Pattern.compile("\\[personal:([a-z]+)]");

    private static final Pattern MAIL =
            Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}._%+'-]{0,63}+@[\\p{L}\\p{N}-]{1,63}+(?:\\.[\\p{L}\\p{N}-]{1,63}+)++");

    /** What tells a person from others: a plain word, such as the name of a town, would take too much of any text with it. */
    private static final Pattern TELLING = Pattern.compile("[\\p{N}@\\s]|[^\\p{ASCII}]");
    private static final int SHORTEST = 4;

    /** Values that are looked for in all texts; a list of all accounts has more, and those are hidden by their fields' names. */
    private static final int MOST = 200;

    private final PersonalNames names;
    private final UnaryOperator<String> marks;
    private final Set<String> open;
    private final FieldMask fields;
    private final FieldMask ofText;
    private final Map<String, Hidden> behind = new LinkedHashMap<>();
    private final SecretValues known = new SecretValues(List.of());
    private int looked;

    /**
     * @param marks gives a value its mark: letters only
     * @param open values that are shown anyway
     */
    public Veil(PersonalNames names, UnaryOperator<String> marks, Set<String> open) {
        this.names = names;
        this.marks = marks;
        this.open = open.stream().map(Veil::folded).collect(Collectors.toUnmodifiableSet());
        this.fields = FieldMask.of(names::has, this::hide);
        this.ofText = FieldMask.of(names::has, (field, value) -> startsWithOwnMark(value) ? value : hide(field, value));
    }

    /**
     * What stands behind a mark.
     *
     * @param field the field or attribute it was first found in
     */
    public record Hidden(String field, String value) {}

    /** Whether a mark stands in a value. */
    public static boolean hasMark(Object value) {
        return value instanceof String text && MARK.matcher(text).find();
    }

    public boolean isPersonal(String attribute) {
        return names.isPersonal(attribute);
    }

    /** Looks for personal values, which are hidden in everything that is shown afterwards. */
    public void learn(Map<String, ?> attributes) {
        attributes.forEach(this::value);
    }

    /** The same for a message's body. */
    public void learn(@Nullable String body) {
        if (!names.isEmpty() && body != null) {
            byName(body);
        }
    }

    /** A target attribute's value; each of a list by itself. */
    public @Nullable Object value(String attribute, @Nullable Object value) {
        return names.isPersonal(attribute) ? leaves(attribute, value) : texts(value);
    }

    public Map<String, Object> values(Map<String, Object> attributes) {
        Map<String, Object> shown = new LinkedHashMap<>();
        attributes.forEach((name, value) -> shown.put(name, value(name, value)));
        return shown;
    }

    /** A body in JSON, LDIF, form encoding, or none of these. */
    public @Nullable String body(@Nullable String body) {
        return names.isEmpty() || body == null || body.isEmpty() ? body : anywhere(byName(body));
    }

    /** A text without structure: a message, a URL, a DN. */
    public @Nullable String text(@Nullable String text) {
        return names.isEmpty() || text == null ? text : FormFields.mask(anywhere(text), ofText);
    }

    public Map<String, List<String>> headers(Map<String, List<String>> headers) {
        Map<String, List<String>> shown = new LinkedHashMap<>();
        headers.forEach((name, all) -> shown.put(name, all.stream().map(value -> names.has(name) ? hide(name, value) : text(value)).toList()));
        return shown;
    }

    /** The value a mark stands for, if this veil has hidden it. */
    public Optional<Hidden> behind(String mark) {
        return Optional.ofNullable(behind.get(mark));
    }

    private String byName(String body) {
        char first = body.isBlank() ? ' ' : body.stripLeading().charAt(0);
        String named = first == '{' || first == '[' ? JsonLeaves.mask(body, fields) : LdifFields.mask(body, fields);
        return FormFields.mask(named, fields);
    }

    private String anywhere(String text) {
        String hidden = known.mask(text);
        if (!names.hasMail() || hidden.indexOf('@') < 0) {
            return hidden;
        }
        return MAIL.matcher(hidden).replaceAll(found -> Matcher.quoteReplacement(isOpen(found.group()) ? found.group() : hide("mail", found.group())));
    }

    private @Nullable Object leaves(String attribute, @Nullable Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(one -> leaves(attribute, one)).toList();
            case String text -> hide(attribute, text);
            case Number number -> hide(attribute, number.toString());
            case null, default -> value;
        };
    }

    private @Nullable Object texts(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(this::texts).toList();
            case String text -> text(text);
            case null, default -> value;
        };
    }

    private String hide(String field, String value) {
        if (value.isEmpty() || value.equals(Redactor.MASK) || isOwnMark(value)) {
            return value;
        }
        String mark = marks.apply(value);
        boolean first = behind.putIfAbsent(mark, new Hidden(field, value)) == null;
        if (first && !isOpen(value) && value.length() >= SHORTEST && TELLING.matcher(value).find() && looked < MOST) {
            looked++;
            known.add(value, OPENING + mark + "]");
        }
        return OPENING + mark + "]";
    }

    private boolean isOwnMark(String value) {
        return startsWithOwnMark(value) && MARK.matcher(value).matches();
    }

    /** In a DN what follows the value is no part of it. A mark that was not given here is a value like any other. */
    private boolean startsWithOwnMark(String value) {
        Matcher mark = MARK.matcher(value);
        return mark.lookingAt() && behind.containsKey(mark.group(1));
    }

    private boolean isOpen(String value) {
        return open.contains(folded(value));
    }

    private static String folded(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
