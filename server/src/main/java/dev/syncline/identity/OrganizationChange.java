package dev.syncline.identity;

/**
 * One change of an organization.
 *
 * @param before null when it was created
 * @param after null when it was deleted
 */
public record OrganizationChange(Organization before, Organization after) {}
