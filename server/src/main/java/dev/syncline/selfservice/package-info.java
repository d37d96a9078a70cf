/**
 * What users see of their own access, and giving it back. Who releases a permission loses it in the target; what becomes of the account
 * afterwards is the application's rule ({@link dev.syncline.request.AccessRules}). What a policy justifies cannot be released. Owns
 * the tables {@code access_release*}. Calls {@code intake}, {@code entitlement}, {@code request} and {@code policy} for names and rules,
 * and what they build on.
 */
@NullMarked
package dev.syncline.selfservice;

import org.jspecify.annotations.NullMarked;
