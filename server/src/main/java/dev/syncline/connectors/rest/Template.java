package dev.syncline.connectors.rest;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.Urls;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** A text with placeholders, whose values are escaped for where they stand. */
final class Template {

    /** Where the text stands. */
    enum Kind {
        URL,
        JSON,
        HEADER
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern UNESCAPED = Pattern.compile("\\{\\{[{&]");

    private final String setting;
    private final String text;
    private final com.samskivert.mustache.Template template;

    private Template(String setting, String text, com.samskivert.mustache.Template template) {
        this.setting = setting;
        this.text = text;
        this.template = template;
    }

    /** @throws IllegalArgumentException when the text is no template, with a sentence that names the setting */
    static Template of(String setting, String text, Kind kind) {
        if (kind != Kind.JSON && UNESCAPED.matcher(text).find()) {
            throw new IllegalArgumentException("The setting \"%s\" must use two braces: values there are always escaped.".formatted(setting));
        }
        try {
            var compiler = Mustache.compiler().strictSections(true).nullValue("").withEscaper(value -> escaped(value, kind));
            return new Template(setting, text, compiler.compile(text));
        } catch (MustacheException e) {
            throw new IllegalArgumentException("The setting \"%s\" is no template: %s".formatted(setting, e.getMessage()), e);
        }
    }

    /** Whether a placeholder or section of this name is in it. */
    boolean mentions(String name) {
        return Pattern.compile("\\{\\{[^}]*(?<![\\w.])" + Pattern.quote(name) + "\\b").matcher(text).find();
    }

    /** @throws Stopped Invalid, naming the placeholder that has no value */
    String fill(Map<String, Object> values) throws Stopped {
        try {
            return template.execute(values);
        } catch (MustacheException.Context e) {
            throw Stopped.invalid("The placeholder {{%s}} of the setting \"%s\" has no value here.%s".formatted(e.key, setting, remedy(e.key)));
        } catch (MustacheException | IllegalArgumentException e) {
            throw Stopped.invalid("The setting \"%s\" cannot be filled in: %s".formatted(setting, e.getMessage()));
        }
    }

    private String remedy(String key) {
        return key.startsWith("attributes.") && setting.startsWith("update.")
                ? " An update carries only the attributes that change; {{{attributesJson}}} has all that it carries."
                : "";
    }

    private static String escaped(String value, Kind kind) {
        return switch (kind) {
            case URL -> segment(value);
            case JSON -> {
                String quoted = JSON.writeValueAsString(value);
                yield quoted.substring(1, quoted.length() - 1);
            }
            case HEADER -> value;
        };
    }

    /** A value of dots would climb to another resource (RFC 3986, 5.2.4), and no encoding keeps every server from doing so. */
    private static String segment(String value) {
        if (value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException("\"" + value + "\" cannot stand in a URL.");
        }
        return Urls.encoded(value);
    }
}
