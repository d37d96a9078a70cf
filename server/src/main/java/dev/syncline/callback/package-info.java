/**
 * Answers that come later: the address a target calls back, what is made of each message (accepted, early, late, duplicate, forged,
 * stale, invalid, ignored), and its record. Messages are signed as Standard Webhooks (standardwebhooks.com) says. Owns the table
 * {@code callback}. Calls {@code task} to settle tasks, {@code journal} for the operation log, {@code application} for the key.
 */
@NullMarked
package dev.syncline.callback;

import org.jspecify.annotations.NullMarked;
