/**
 * Who is known to the platform: users, the tree of organizations they belong to, and groups of them. Owns the tables {@code users},
 * {@code user_change}, {@code organization}, {@code organization_change}, {@code user_group} and {@code user_group_member}. Calls nobody but
 * the ground; whoever acts on changes implements {@link dev.syncline.identity.UserReaction}, {@link dev.syncline.identity.OrganizationReaction} or
 * {@link dev.syncline.identity.GroupReaction}.
 */
@NullMarked
package dev.syncline.identity;

import org.jspecify.annotations.NullMarked;
