package dev.syncline.governance;

import java.util.UUID;

/** What a client sends: see {@link Check}. */
record CheckBody(
        UUID applicationId, String name, Boolean enabled, Definition definition, Remedy action, Schedule schedule, Limits limits) {

    boolean isEnabled() {
        return enabled == null || enabled;
    }

    Limits limitsOrUsual() {
        return limits == null ? Limits.USUAL : limits;
    }
}
