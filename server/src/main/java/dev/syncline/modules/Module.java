package dev.syncline.modules;

/** A part of the product that can be switched off. */
public enum Module {
    /** Together with the other one: the synchronization log. */
    LIFECYCLE_MANAGEMENT("Lifecycle Management"),
    /** Account policies and permission governance; together with the other one: the synchronization log. */
    IDENTITY_GOVERNANCE("Identity Governance");

    private final String label;

    Module(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
