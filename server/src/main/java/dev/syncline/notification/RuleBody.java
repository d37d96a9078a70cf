package dev.syncline.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.syncline.delivery.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule as a client sends it: see {@link Rule}. What only the server sets may come along and is passed over. */
@JsonIgnoreProperties({"id", "version", "createdAt", "updatedAt", "mute", "lookedAt", "problem", "alerts", "channels", "applications"})
record RuleBody(String name, Boolean enabled, Condition condition, List<UUID> applicationIds, Severity severity, List<UUID> channelIds,
        @Nullable Integer repeatMinutes, Boolean tellWhenOver, Boolean withNames, @Nullable Hours quiet) {

    RuleBody {
        name = name == null ? "" : name.strip();
        enabled = enabled == null || enabled;
        applicationIds = each(applicationIds);
        severity = severity == null ? Severity.WARNING : severity;
        channelIds = each(channelIds);
        tellWhenOver = tellWhenOver == null || tellWhenOver;
        withNames = withNames != null && withNames;
    }

    private static List<UUID> each(List<UUID> ids) {
        return ids == null ? List.of() : List.copyOf(new LinkedHashSet<>(ids.stream().filter(Objects::nonNull).toList()));
    }
}
