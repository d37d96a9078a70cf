package dev.syncline.governance;

import dev.syncline.task.Source;

/** What a check is called, and the source of the tasks it leads to. */
enum Family {
    ACCOUNT_POLICY(Source.APPLICATION_ACCOUNT_POLICY, "account policy", "run"),
    COMPLIANCE(Source.COMPLIANCE_REVIEW, "compliance rule", "execution");

    private final Source source;
    private final String label;
    private final String run;

    Family(Source source, String label, String run) {
        this.source = source;
        this.label = label;
        this.run = run;
    }

    Source source() {
        return source;
    }

    String label() {
        return label;
    }

    /** What one run of it is called. */
    String run() {
        return run;
    }
}
