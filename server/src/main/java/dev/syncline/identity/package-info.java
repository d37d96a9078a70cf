/**
 * Who is known to the platform: users, and the tree of organizations they belong to. Owns the tables {@code users},
 * {@code user_change} and {@code organization}. Calls nobody but the ground; whoever acts on changes implements
 * {@link dev.syncline.identity.UserReaction} or {@link dev.syncline.identity.OrganizationReaction}.
 */
package dev.syncline.identity;
