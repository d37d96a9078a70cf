/**
 * Who may come in: local administrators with a session, programs with an API token, and users who were invited to the
 * portal; everybody else is refused. Puts the {@link
 * dev.syncline.journal.Actor} into Spring Security's context, with authorities, so that roles can come later without touching
 * an endpoint. Owns the tables {@code administrator}, {@code portal_sign_in}, {@code session} and {@code api_token}; calls {@code
 * identity} to know the users, {@code web}, {@code problem}, {@code settings}.
 */
package dev.syncline.access;
