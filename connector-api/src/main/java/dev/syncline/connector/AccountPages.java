package dev.syncline.connector;

/** Takes the accounts of a target. */
@FunctionalInterface
public interface AccountPages extends Pages<RemoteAccount> {}
