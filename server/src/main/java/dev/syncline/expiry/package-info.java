/**
 * Ends what has an end: permissions and accounts whose time is up are taken away by themselves, with source PERMISSION_EXPIRY, unless
 * another reason still justifies them. The schedule is the end dates in the database, so that what a stop delayed is done once at the
 * next start, and servers share the work without doing anything twice. Reminds users before. Owns the tables {@code expiry}, {@code
 * expiry_item}, {@code reminder} and {@code reminder_rule}; reads the end dates in {@code account} and {@code binding}. Calls {@code
 * intake}, {@code account}, {@code permission}, {@code entitlement}, {@code identity} and {@code request} for the rules.
 */
@NullMarked
package dev.syncline.expiry;

import org.jspecify.annotations.NullMarked;
