package dev.syncline.testkit;

import org.junit.jupiter.api.Timeout;

/** What every connector keeps to, tried on a real target. */
@Timeout(300)
public abstract class ConnectorContract
        implements AccountContract, ListingContract, StructureContract, PromiseContract, MisbehavingTargetContract {}
