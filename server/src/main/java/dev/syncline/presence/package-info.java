/**
 * Organizations and groups of users in applications, as an account is a user in one: which applications are told of them, what is wanted
 * there, what has become true, and what settled tasks change in it. Owns the tables {@code presence} and {@code presence_switch}. Calls
 * {@code account}, whose entries move along with the organization they are in, and {@code task} to hear of settled tasks. What people ask
 * for comes in through {@code intake}.
 */
@NullMarked
package dev.syncline.presence;

import org.jspecify.annotations.NullMarked;
