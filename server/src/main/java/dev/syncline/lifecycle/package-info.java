/**
 * What follows for accounts when users and organizations change: the global provisioning policy (users disabled, deleted, enabled
 * again) with its overrides, the end of deleted users, change tracking, permissions edited on a user, and the history of a user.
 * Provisioning policies are not here. Owns the tables {@code global_policy}, {@code disabled_account} and {@code permission_edit}.
 * Calls {@code intake} for the changes of accounts, {@code identity}, {@code application}, {@code account}, {@code permission},
 * {@code entitlement} and {@code mapping} to look things up, and {@code task} for locks and causes.
 */
@NullMarked
package dev.syncline.lifecycle;

import org.jspecify.annotations.NullMarked;
