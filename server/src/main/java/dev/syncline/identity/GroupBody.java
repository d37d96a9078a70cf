package dev.syncline.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** What a client sends; what only the server sets may come along and is passed over. */
@JsonIgnoreProperties({"id", "members", "version", "createdAt", "updatedAt"})
record GroupBody(@Nullable String name, @Nullable String description, @Nullable String externalId) {

    GroupData data() {
        return new GroupData(name, description, externalId);
    }
}
