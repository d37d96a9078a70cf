/**
 * Accounts: one user's presence in one application, and what settled tasks change in it. Owns the table {@code account}. Calls
 * {@code permission} for what accounts hold, {@code application} and {@code identity} for names, and {@code task} to hear of settled
 * tasks. Changes that people or policies ask for come in through {@code intake}.
 */
@NullMarked
package dev.syncline.account;

import org.jspecify.annotations.NullMarked;
