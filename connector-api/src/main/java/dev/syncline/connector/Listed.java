package dev.syncline.connector;

/** What a list of a target hands over. */
public sealed interface Listed permits RemoteAccount, ListedObject {

    /** The target's id, in the form {@link Outcome.Done} gives it. */
    String remoteId();

    /** What it is called there, in the form {@link Change#name} gives it. */
    String name();
}
