package dev.syncline.samples.slapd;

/** What a slapd can look up quickly, and so what every addition costs it. */
public enum SlapdIndexes {

    /** Only what provisioning itself looks up. */
    FEW(""),

    /**
     * As a directory in use has them: address books look for parts of names and mail addresses (the indexes of OpenLDAP's own
     * configuration "with indexing", test suite, {@code slapd2.conf}, and mail), replication looks for what changed (slapo-syncprov(5)).
     */
    IN_USE("""
            index cn,sn,givenName,mail pres,eq,sub
            index entryUUID,entryCSN eq""");

    private final String directives;

    SlapdIndexes(String directives) {
        this.directives = directives;
    }

    String directives() {
        return directives;
    }
}
