package dev.syncline.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What a client sends; what only the server sets may come along and is passed over. */
@JsonIgnoreProperties({"id", "members", "version", "createdAt", "updatedAt"})
record GroupBody(String name, String description, String externalId) {

    GroupData data() {
        return new GroupData(name, description, externalId);
    }
}
