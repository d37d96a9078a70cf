package dev.syncline.identity;

/**
 * One change of a group itself; who belongs to it is a change of users.
 *
 * @param before null when it was created
 * @param after null when it was deleted
 */
public record GroupChange(Group before, Group after) {}
