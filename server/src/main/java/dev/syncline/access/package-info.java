/**
 * Who may come in: local administrators with a session, programs with an API token, and users who were invited to the
 * portal; everybody else is refused. Puts who it is, and what that one may do ({@code rights}), into
 * Spring Security's context, once for each request. Owns the tables {@code administrator}, {@code portal_sign_in},
 * {@code session}, {@code sign_in_policy}, {@code sign_in_failure}, {@code second_factor}, {@code recovery_code} and {@code api_token}; calls {@code
 * identity} to know the users, {@code rights}, {@code secret}, {@code web}, {@code problem}, {@code settings}.
 */
@NullMarked
package dev.syncline.access;

import org.jspecify.annotations.NullMarked;
