package dev.syncline.modules;

/** What is switched on. */
record Switches(boolean lifecycleManagement, boolean identityGovernance, int version) {

    boolean isOn(Module module) {
        return switch (module) {
            case LIFECYCLE_MANAGEMENT -> lifecycleManagement;
            case IDENTITY_GOVERNANCE -> identityGovernance;
        };
    }
}
