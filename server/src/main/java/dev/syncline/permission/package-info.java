/**
 * What an account can hold in its application (roles, groups, resources), and what each account holds. Owns the tables {@code
 * permission} and {@code binding}. Calls {@code application} to know the application exists, nobody else.
 */
@NullMarked
package dev.syncline.permission;

import org.jspecify.annotations.NullMarked;
