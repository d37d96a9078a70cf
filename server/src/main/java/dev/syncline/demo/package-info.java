/**
 * {@code --demo}: sample target applications in this process and an organization of a few hundred people, so that a newcomer sees a
 * living log within a minute. Works through the public API only, as an administrator would; owns no table.
 */
@NullMarked
package dev.syncline.demo;

import org.jspecify.annotations.NullMarked;
