package dev.syncline.delivery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * A channel as a client sends it. What only the server sets may come along and is passed over.
 *
 * @param secrets name to value: absent keeps what is stored, null removes it
 */
@JsonIgnoreProperties({"id", "version", "createdAt", "updatedAt", "lastDelivery"})
record ChannelBody(String name, Channel.Kind kind, Boolean enabled, Language language, Map<String, String> settings, Map<String, String> secrets) {

    ChannelBody {
        name = name == null ? "" : name.strip();
        enabled = enabled == null || enabled;
        language = language == null ? Language.ENGLISH : language;
        settings = settings == null ? Map.of() : settings;
        secrets = secrets == null ? Map.of() : secrets;
    }

    /** Without the values of secrets. */
    @Override
    public String toString() {
        return "ChannelBody[" + name + ", " + kind + ", secrets=" + secrets.keySet() + "]";
    }
}
