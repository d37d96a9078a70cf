/**
 * Who is known to the platform: users, and the tree of organizations they belong to. Owns the tables {@code users} and {@code
 * organization}. Calls nobody but the ground.
 */
package dev.syncline.identity;
