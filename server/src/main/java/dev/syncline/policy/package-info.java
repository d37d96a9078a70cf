/**
 * Provisioning policies: who is to have what, by a condition over user and organization. The difference between wanted and held is
 * worked out by one pure function ({@link dev.syncline.policy.Evaluation}), for the users of a change in the transaction that changes
 * them, for everybody in the background when a policy changes, and for a draft that is only tried out.
 *
 * <p>Owns the tables {@code policy}, {@code policy_grant}, {@code policy_version}, {@code policy_run} and {@code policy_problem}. Calls
 * {@code identity}, {@code mapping}, {@code entitlement}, {@code application}, {@code permission}, {@code permissionpackage}, {@code
 * account}, {@code intake}, and {@code task} only to lock lines in their order.
 */
@NullMarked
package dev.syncline.policy;

import org.jspecify.annotations.NullMarked;
