package dev.syncline.connector;

/** Takes the organizations or groups of a target. */
@FunctionalInterface
public interface ObjectPages extends Pages<ListedObject> {}
