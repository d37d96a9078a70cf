package dev.syncline.connector;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The values of a connection and of a change that must never be seen. Targets like to repeat what they were sent, so a
 * connector passes what it tells an administrator through {@link #mask(Outcome)}, and declares the forms in which a secret
 * travels to the record, which knows only the plain ones.
 */
public final class Secrets {

    private static final String MASK = "********";

    /** Characters of a sentence; a target may have answered a book. */
    private static final int LONGEST = 1000;

    /** Longest first, so that a secret that contains another one is masked whole. */
    private final List<String> forms;

    private Secrets(Stream<String> values) {
        var unique = new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        values.filter(value -> !value.isBlank()).forEach(unique::add);
        this.forms = List.copyOf(unique);
    }

    /** The secret settings of a connection. */
    public static Secrets of(List<Field> fields, Settings settings) {
        return new Secrets(fields.stream()
                .filter(field -> field.kind() == Field.Kind.SECRET)
                .flatMap(field -> settings.find(field.name()).stream())
                .flatMap(Secrets::formsOf));
    }

    /** These and the secret attributes of the change. */
    public Secrets with(Change change) {
        if (change.secretAttributes().isEmpty()) {
            return this;
        }
        return with(change.secretAttributes().stream()
                .map(change.attributes()::get)
                .filter(Objects::nonNull)
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
                .map(String::valueOf));
    }

    /** These and one learned on the way. */
    public Secrets with(String value) {
        return with(Stream.of(value));
    }

    private Secrets with(Stream<String> values) {
        return new Secrets(Stream.concat(forms.stream(), values.flatMap(Secrets::formsOf)));
    }

    /** Declares every form to the record; to be called before the first exchange. */
    public void declare(Exchanges exchanges) {
        forms.forEach(exchanges::secret);
    }

    /** The text without the secrets. */
    public String mask(String text) {
        String masked = text;
        for (String form : forms) {
            masked = masked.replace(form, MASK);
        }
        return masked;
    }

    /** The outcome, its sentences without the secrets and of a readable length. */
    public Outcome mask(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(Optional<String> id, Optional<String> note) -> new Outcome.Done(id, note.map(this::sentence));
            case Outcome.Accepted accepted -> accepted;
            case Outcome.Refused(String code, String message) -> new Outcome.Refused(code, sentence(message));
            case Outcome.Throttled(var after, String message, var reach) -> new Outcome.Throttled(after, sentence(message), reach);
            case Outcome.Unavailable(String message) -> new Outcome.Unavailable(sentence(message));
            case Outcome.Unclear(String message) -> new Outcome.Unclear(sentence(message));
            case Outcome.Invalid(String message) -> new Outcome.Invalid(sentence(message));
        };
    }

    /** The same for how a listing ended. */
    public Listing mask(Listing listing) {
        return listing instanceof Listing.Failed(String message) ? new Listing.Failed(sentence(message)) : listing;
    }

    /** Shortened last: half a secret would not be found. */
    private String sentence(String text) {
        String masked = mask(text);
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST) + "…";
    }

    /** As it is, and as JSON (RFC 8259), URLs (RFC 3986), forms and base64 (LDIF, RFC 2849) carry it. */
    private static Stream<String> formsOf(String value) {
        String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
        List<String> forms = new ArrayList<>(List.of(value, form, form.replace("+", "%20"), jsonEscaped(value)));
        forms.add(Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
        return forms.stream();
    }

    private static String jsonEscaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    }

    @Override
    public String toString() {
        return "Secrets[" + forms.size() + " forms]";
    }
}
