/**
 * Why users may have what they have: every reason (a provisioning policy, an approved request, an exception a reviewer made) for
 * every account and permission. What another reason still justifies is never taken away. Owns the table {@code entitlement}. Calls
 * nobody but the ground.
 */
@NullMarked
package dev.syncline.entitlement;

import org.jspecify.annotations.NullMarked;
