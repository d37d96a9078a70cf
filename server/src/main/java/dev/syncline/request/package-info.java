/**
 * Access requests: what users can ask for in the portal, who approves it, and what the final approval gives. Until then a request
 * changes nothing; then it becomes tasks through {@code intake}, in one transaction with the decision. Also who owns an application,
 * and what becomes of its accounts when access ends ({@link dev.syncline.request.AccessRules}).
 *
 * <pre>
 * WAITING ──► APPROVED     by the last step
 *    ├──────► REJECTED     by anybody who is asked
 *    └──────► WITHDRAWN    by the one who asked, or because the user is gone
 * </pre>
 *
 * Owns the tables {@code application_access_rule}, {@code application_owner}, {@code requestable_permission}, {@code approval_rule*}
 * and {@code access_request*}; the catalogue reads the names in {@code application} and {@code permission}. Calls {@code intake},
 * {@code account}, {@code application}, {@code permission}, {@code permissionpackage}, {@code entitlement}, {@code identity}, and {@code task} to see what became of
 * its tasks.
 */
@NullMarked
package dev.syncline.request;

import org.jspecify.annotations.NullMarked;
