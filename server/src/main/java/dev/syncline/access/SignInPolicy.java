package dev.syncline.access;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of passwords, sessions and API tokens.
 *
 * @param shortestPassword characters a new password has at least
 * @param secondFactorRequired of administrators who sign in with a password
 * @param idleMinutes after which an unused session ends
 * @param longestMinutes after which a session ends however much it was used
 * @param longestTokenDays how long a new API token may live; null for ever
 */
record SignInPolicy(int shortestPassword, boolean secondFactorRequired, int idleMinutes, int longestMinutes, @Nullable Integer longestTokenDays,
        int version) {}
