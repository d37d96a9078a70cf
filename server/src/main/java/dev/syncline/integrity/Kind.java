package dev.syncline.integrity;

import java.util.List;

/** What is sealed, and the tables that one record of it comes from: each is a part with a hash of its own. */
enum Kind {
    TASK("task", "entry", "attempt", "wire_message"),
    AUDIT("audit_entry"),
    NOTICE("sealed_notice");

    private final List<String> tables;

    Kind(String... tables) {
        this.tables = List.of(tables);
    }

    List<String> tables() {
        return tables;
    }
}
